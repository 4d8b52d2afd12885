package comity.requests.preservation;

import comity.directory.Entry;
import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.kernel.WrittenTime;
import comity.law.Law;
import comity.law.eligibility.Cooperation;
import comity.requests.Handling;
import comity.requests.form.Answers;
import comity.requests.form.Circumstances;
import comity.requests.form.Times;
import comity.requests.identifiers.FactsCheck;
import comity.requests.identifiers.TimeRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What only shows when several fields are seen together: the reasons for which requests are most often sent back.
final class WholeChecks {
    private final Answers answers;
    private final Circumstances circumstances;
    private final Law law;
    private final Cooperation measure;
    private final StateCode requesting;
    private final Optional<Entry> requested;
    private final List<Complaint> found = new ArrayList<>();

    WholeChecks(
            Answers answers,
            Circumstances circumstances,
            Law law,
            Cooperation measure,
            StateCode requesting,
            Optional<Entry> requested) {
        this.answers = answers;
        this.circumstances = circumstances;
        this.law = law;
        this.measure = measure;
        this.requesting = requesting;
        this.requested = requested;
    }

    List<Complaint> complaints() {
        checkRequested();
        if (answers.has("/facts")) {
            found.addAll(FactsCheck.check("/facts", answers.text("/facts"), law));
        }
        if (answers.has("/childNamesAbsent")) {
            FactsCheck.childNamesConfirmed("/childNamesAbsent", answers.isYes("/childNamesAbsent"))
                    .ifPresent(found::add);
        }
        checkPenalty();
        checkItems();
        checkSecrecy();
        checkHandling();
        checkWhatFollows();
        checkDeadline();
        return found;
    }

    private void checkRequested() {
        String state = answers.text("/requested");
        if (state.equals(requesting.code())) {
            found.add(Complaint.blocks("/requested", "asks-itself"));
        } else if (!state.isEmpty() && requested.isEmpty()) {
            found.add(Complaint.blocks("/requested", "not-in-directory").with(Map.of("value", state)));
        }
        requested.ifPresent(this::checkLanguage);
    }

    private void checkLanguage(Entry entry) {
        String language = answers.text("/language");
        if (!language.isEmpty()
                && !entry.languages().isEmpty()
                && entry.languages().stream().noneMatch(language::equalsIgnoreCase)) {
            found.add(Complaint.warns("/language", "language-not-accepted")
                    .with(Map.of("value", language, "accepted", String.join(" ", entry.languages()))));
        }
    }

    /// Whether an offence is serious is measured by its longest penalty (art. 2(h)); without it nobody can tell.
    private void checkPenalty() {
        String pointer = "/offence/maximumPenaltyYears";
        if (answers.text("/offence/article").isEmpty()) {
            return;
        }
        boolean serious = answers.text("/offence/article").equals("serious-crime");
        Optional<Integer> years = answers.number(pointer);
        int least = law.offences().seriousCrimeMaximumYears().value();
        if (!answers.has(pointer)) {
            found.add(
                    serious
                            ? Complaint.blocks(pointer, "penalty-missing")
                            : Complaint.warns(pointer, "penalty-missing"));
        } else if (serious && years.isPresent() && years.get() < least) {
            found.add(Complaint.blocks(pointer, "not-a-serious-crime")
                    .with(Map.of("years", years.get().toString(), "least", Integer.toString(least))));
        }
    }

    private void checkItems() {
        Set<String> seen = new HashSet<>();
        for (int entry : answers.entries("items")) {
            String item = "/items/" + entry;
            checkPeriod(item);
            checkLadder(item);
            String same = answers.text(item + "/type") + " " + answers.text(item + "/value") + " "
                    + answers.text(item + "/from/text");
            if (answers.has(item + "/value") && !seen.add(same)) {
                found.add(Complaint.warns(item + "/value", "item-twice"));
            }
        }
    }

    private void checkPeriod(String item) {
        Optional<WrittenTime> from = Times.written(answers, item + "/from", circumstances);
        Optional<WrittenTime> to = Times.written(answers, item + "/to", circumstances);
        if (from.isPresent() && to.isPresent()) {
            found.addAll(TimeRange.check(item, from.get(), to.get(), law.drafting()));
        }
    }

    /// The least intrusive step first: who, then with whom, then what.
    private void checkLadder(String item) {
        List<String> data = answers.words(item + "/data");
        if (!data.contains("content")) {
            return;
        }
        if (!data.contains("subscriber")) {
            found.add(Complaint.advises(item + "/data", "content-before-subscriber"));
        }
        Set<String> addresses = Set.of("ipv4", "ipv6", "ip-port", "domain");
        if (addresses.contains(answers.text(item + "/type"))) {
            found.add(Complaint.warns(item + "/data", "content-without-account"));
        }
    }

    private void checkSecrecy() {
        if (answers.isYes("/secrecy/doNotNotify") && !answers.has("/secrecy/until/text")) {
            found.add(Complaint.warns("/secrecy/until/text", "secrecy-without-end"));
        }
    }

    private void checkHandling() {
        Optional<Handling.Tlp> tlp = Handling.Tlp.ofCode(answers.text("/handling/tlp"));
        Optional<Handling.Pap> pap = Handling.Pap.ofCode(answers.text("/handling/pap"));
        if (tlp.isPresent() && pap.isPresent() && new Handling(tlp.get(), pap.get(), "").isInconsistent()) {
            found.add(Complaint.warns("/handling/pap", "marks-contradict"));
        }
    }

    private void checkWhatFollows() {
        if (answers.has("/mla/intended")
                && !answers.isYes("/mla/intended")
                && measure.required("assistance-intended").isPresent()) {
            found.add(Complaint.blocks("/mla/intended", "assistance-not-intended"));
        }
        answers.number("/days").filter(days -> days > 0).ifPresent(this::checkWishedDays);
    }

    private void checkWishedDays(int days) {
        found.addAll(WishedDays.complaints(days, law.drafting()));
        int floor = measure.clock("keep-at-least").length();
        if (days < floor) {
            found.add(Complaint.advises("/days", "days-below-floor")
                    .with(Map.of("days", Integer.toString(days), "floor", Integer.toString(floor))));
        }
    }

    private void checkDeadline() {
        if (requested.isEmpty()) {
            return;
        }
        Entry entry = requested.get();
        Times.written(answers, "/urgency/deadline", circumstances).ifPresent(deadline -> {
            LocalDate there = deadline.instant().atZone(entry.zone()).toLocalDate();
            holiday("/urgency/deadline/text", there, entry);
            if (deadline.instant().isBefore(circumstances.now())) {
                found.add(Complaint.warns("/urgency/deadline/text", "deadline-passed"));
            }
        });
        day("/mla/expectedOn").ifPresent(date -> holiday("/mla/expectedOn", date, entry));
    }

    private Optional<LocalDate> day(String pointer) {
        try {
            return answers.has(pointer) ? Optional.of(LocalDate.parse(answers.text(pointer))) : Optional.empty();
        } catch (java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    private void holiday(String pointer, LocalDate day, Entry entry) {
        entry.holidayOn(day)
                .ifPresent(holiday -> found.add(Complaint.warns(pointer, "deadline-on-holiday")
                        .with(Map.of(
                                "day", day.toString(),
                                "state", entry.state().code(),
                                "holiday", holiday.names().getOrDefault("en", "")))));
    }
}
