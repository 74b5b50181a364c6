package dev.signet.storage.sql;

/**
 * What the writer has done since its start.
 *
 * @param commits transactions on disk
 * @param works works that they carried, those included that threw
 * @param queued works that wait at this moment
 */
public record WriterActivity(long commits, long works, int queued) {}
