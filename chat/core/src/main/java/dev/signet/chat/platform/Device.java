package dev.signet.chat.platform;

import java.util.List;
import java.util.Optional;

/** Reads browser and system out of a User-Agent header, which is a claim and no proof. */
final class Device {
    private record Mark(String in, String name) {}

    /** In this order, because most browsers also name the ones before them. */
    private static final List<Mark> BROWSERS =
            List.of(
                    new Mark("Edg", "Edge"),
                    new Mark("OPR/", "Opera"),
                    new Mark("Firefox/", "Firefox"),
                    new Mark("FxiOS/", "Firefox"),
                    new Mark("CriOS/", "Chrome"),
                    new Mark("Chrome/", "Chrome"),
                    new Mark("Safari/", "Safari"),
                    new Mark("curl/", "curl"),
                    new Mark("Java", "Java"));

    private static final List<Mark> SYSTEMS =
            List.of(
                    new Mark("iPhone", "iPhone"),
                    new Mark("iPad", "iPad"),
                    new Mark("Android", "Android"),
                    new Mark("Windows", "Windows"),
                    new Mark("Mac OS X", "macOS"),
                    new Mark("CrOS", "ChromeOS"),
                    new Mark("Linux", "Linux"));

    private Device() {}

    static Optional<String> describe(String userAgent) {
        Optional<String> browser = named(BROWSERS, userAgent);
        Optional<String> system = named(SYSTEMS, userAgent);
        return browser.map(b -> system.map(s -> b + " on " + s).orElse(b)).or(() -> system);
    }

    private static Optional<String> named(List<Mark> marks, String userAgent) {
        return marks.stream().filter(m -> userAgent.contains(m.in())).map(Mark::name).findFirst();
    }
}
