package dev.signet.chat.contract;

class MemoryStoresTest
        implements ThreadStoreContract, RunStoreContract, WebSessionsContract, IsolationContract {

    @Override
    public Stores emptyStores() {
        MemoryStores stores = new MemoryStores();
        return new Stores(stores, stores);
    }

    @Override
    public MemoryWebSessions emptySessions() {
        return new MemoryWebSessions();
    }
}
