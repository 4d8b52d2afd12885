package comity.web;

import comity.kernel.Language;
import comity.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What every template is given: who reads, in which language, and where the reader is.
///
/// @param path the page's own path and query, for the language switch and for coming back after signing in
/// @param typed what the person has just typed, by field name, so that nothing is lost when a page is shown again
/// @param csrf the token that every form carries
/// @param assets from the plain name of a style sheet, script or picture to its address with the digest in it
/// @param keys whether the reader wants single-key short cuts
/// @param until when the reader's session ends, unless they go on or put it off
public record Page(
        WebSettings settings,
        Messages messages,
        Language language,
        Optional<Person> person,
        String path,
        Map<String, String> typed,
        String csrf,
        Instant now,
        UnaryOperator<String> assets,
        boolean keys,
        Optional<Instant> until) {

    /// A text in the reader's language; arguments in pairs of name and value.
    public String t(String key, Object... namesAndValues) {
        return messages.text(language, key, namesAndValues);
    }

    /// The same page in another language: for paper, which is written in the request's own.
    public Page in(Language other) {
        return new Page(settings, messages, other, person, path, typed, csrf, now, assets, keys, until);
    }

    /// A text in another language, for what the other State will read.
    public String in(Language other, String key, Object... namesAndValues) {
        return messages.text(other, key, namesAndValues);
    }

    public boolean has(String key) {
        return messages.has(key);
    }

    /// How many seconds the reader's session lasts from now.
    public long secondsLeft() {
        return until.map(end -> Duration.between(now, end).toSeconds()).orElse(0L);
    }

    public String direction() {
        return language.isRightToLeft() ? "rtl" : "ltr";
    }

    public ZoneId zone() {
        return person.map(Person::zone).orElse(settings.zone());
    }

    public boolean may(Role role) {
        return person.map(who -> who.is(role)).orElse(false);
    }

    /// Several answers to one question, as the reader's language lists them.
    public String all(List<String> words) {
        return Wording.listed(language, words);
    }

    /// What stands between a label and what it labels, as the reader's language writes it.
    public String colon() {
        return Wording.colon(language);
    }

    /// Whether the reader works on cases, rather than only reading or running the node.
    public boolean works() {
        return may(Role.DUTY_OFFICER) || may(Role.CENTRAL_AUTHORITY) || may(Role.INVESTIGATOR);
    }

    /// Whether the reader speaks for the secretariat or for a mission.
    public boolean worksAtTheRegistry() {
        return may(Role.SECRETARIAT) || may(Role.MISSION);
    }

    public boolean seesCases() {
        return person.map(Person::seesCases).orElse(false);
    }

    /// What was typed into a field, or nothing.
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /// What was typed into a field, or what was known before.
    public String typed(String field, String before) {
        return typed.getOrDefault(field, before);
    }

    public String asset(String name) {
        return assets.apply(name);
    }

    /// A day and time in the reader's zone.
    public String at(Instant instant) {
        return Times.dayAndTime(instant, zone(), language);
    }

    /// A day that is the same in every zone.
    public String day(LocalDate day) {
        return Times.day(day, language);
    }

    public String day(Instant instant) {
        return Times.day(instant, zone(), language);
    }

    public String hour(Instant instant) {
        return Times.hour(instant, zone());
    }

    /// The hour in UTC, and the word.
    public String utcHour() {
        return Times.hour(now, java.time.ZoneOffset.UTC) + " UTC";
    }

    public String utc(Instant instant) {
        return Times.utc(instant, language);
    }

    public String exact(Instant instant) {
        return Times.exact(instant);
    }

    /// How long until an instant, in words of at most two units; an instant gone by says so.
    public String until(Instant instant) {
        Duration left = Duration.between(now, instant);
        return left.isNegative()
                ? t("time.ago", "length", length(left.negated()))
                : t("time.left", "length", length(left));
    }

    /// A length of time in words: days and hours, hours and minutes, or minutes.
    public String length(Duration length) {
        long minutes = length.toMinutes();
        long hours = length.toHours();
        long days = length.toDays();
        if (days >= 10 || days > 0 && hours % 24 == 0) {
            return t("time.days", "days", days);
        }
        if (days > 0) {
            return t("time.days-hours", "days", days, "hours", hours % 24);
        }
        if (hours > 0 && minutes % 60 == 0) {
            return t("time.hours", "hours", hours);
        }
        if (hours > 0) {
            return t("time.hours-minutes", "hours", hours, "minutes", minutes % 60);
        }
        return t("time.minutes", "minutes", minutes);
    }
}
