package dev.signet.chat.assistant;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and durations as people write them. */
record TimeTexts(Instant now) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final int DAYS_AS_AGE = 14;

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** E.g. {@code 5 minutes ago}; a moment in the future is {@code just now}. */
    String ago(Instant at) {
        Duration age = Duration.between(at, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        return age.toDays() > DAYS_AS_AGE ? moment(at) : length(age) + " ago";
    }

    /** In the largest unit that fits, e.g. {@code 3 hours}. */
    static String length(Duration length) {
        if (length.toDays() > 0) {
            return count(length.toDays(), "day");
        }
        if (length.toHours() > 0) {
            return count(length.toHours(), "hour");
        }
        if (length.toMinutes() > 0) {
            return count(length.toMinutes(), "minute");
        }
        return count(Math.max(0, length.toSeconds()), "second");
    }

    static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
