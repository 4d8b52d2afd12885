package comity.web.cases;

import comity.kernel.StateCode;
import comity.requests.preservation.TermClock;
import comity.web.Page;
import comity.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// A clock in words.
public final class Clocks {
    private final States states;

    public Clocks(States states) {
        this.states = states;
    }

    /// @param lead what counts, for example "11 minutes left" or "Paused"
    /// @param cause by what right it counts
    /// @param due the moment, if there is one
    /// @param mine that moment on the reader's clock
    /// @param theirs on the other State's
    /// @param near whether it ends within a day or has ended, so that it stands out
    public record Shown(
            String word, String lead, String cause, Optional<Instant> due, String mine, String theirs, boolean near) {
        public boolean isBreached() {
            return word.equals("breached");
        }
    }

    public Shown show(Page page, TermClock clock, StateCode peer) {
        Optional<Instant> due = clock.due();
        return new Shown(
                clock.word(),
                lead(page, clock),
                cause(page, clock),
                due,
                due.map(page::at).orElse(""),
                due.map(at -> theirs(page, at, states.zone(peer))).orElse(""),
                due.map(at -> at.isBefore(page.now().plus(Duration.ofDays(1)))).orElse(false));
    }

    /// The hour on their clock, with the day only when it is another one there.
    private static String theirs(Page page, Instant at, ZoneId zone) {
        boolean sameDay = LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(at, page.zone()));
        return sameDay ? Times.hour(at, zone) : Times.dayAndTime(at, zone, page.language());
    }

    private static String lead(Page page, TermClock clock) {
        return switch (clock) {
            case TermClock.Running(Instant until, var cause) -> page.until(until);
            case TermClock.Extended(Instant until, var times, var cause) -> page.until(until);
            case TermClock.Paused(var reason, var since, Duration remaining, var cause) ->
                page.t("clock.paused", "length", page.length(remaining));
            case TermClock.Held _ -> page.t("clock.held");
            case TermClock.Met _ -> page.t("clock.met");
            case TermClock.Breached(Instant since, var cause) ->
                page.t("clock.breached", "length", page.length(Duration.between(since, page.now())));
            case TermClock.Released _ -> page.t("clock.released");
            case TermClock.Unknown(String word) -> word;
        };
    }

    private static String cause(Page page, TermClock clock) {
        return switch (clock) {
            case TermClock.Running(var until, TermClock.Cause cause) -> page.t("clock.cause." + cause.code());
            case TermClock.Extended(var until, int times, TermClock.Cause cause) ->
                page.t("clock.cause." + cause.code()) + " " + page.t("clock.extended", "times", times);
            case TermClock.Paused(TermClock.PauseReason reason, var since, var remaining, var cause) ->
                page.t("clock.pause." + reason.code());
            case TermClock.Breached(var since, TermClock.Cause cause) -> page.t("clock.cause." + cause.code());
            case TermClock.Held(String reference, var since) -> page.t("clock.held.by", "reference", reference);
            case TermClock.Met _, TermClock.Released _, TermClock.Unknown _ -> "";
        };
    }
}
