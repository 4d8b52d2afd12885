package comity.web.exhibit;

import comity.api.contract.Paths;
import comity.requests.disclosure.ExhibitAct;
import comity.vault.Custody;
import comity.vault.CustodyEvent;
import comity.vault.Exhibit;
import comity.vault.ExhibitFile;
import comity.vault.ExhibitState;
import comity.vault.Exposure;
import comity.vault.Remainder;
import comity.vault.SealedPackage;
import comity.vault.picture.Column;
import comity.vault.picture.CustodyPaper;
import comity.vault.picture.CustodyPicture;
import comity.vault.picture.Row;
import comity.web.Page;
import comity.web.upload.Begun;
import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An exhibit as a page shows it, from either side.
///
/// @param peerName the other State, in the reader's language
/// @param files what was taken in and is not sealed yet
/// @param remainders the lists of what is not handed over
/// @param exposures how long it has lain open, by role; only for oversight
/// @param work what the node itself is doing with it
/// @param acts what the reader can do now
/// @param awaits a wish to open it that waits for a second person
/// @param picture its custody in the reader's language, with times in UTC
/// @param unfinished what the reader has begun to bring and not finished
/// @param largestFile the most bytes of a file that may be added
/// @param here the time of each row of the picture in the reader's own zone
public record ExhibitView(
        Exhibit exhibit,
        String peerName,
        Custody custody,
        List<ExhibitFile> files,
        List<Remainder> remainders,
        List<Exposure> exposures,
        Optional<Work> work,
        Set<ExhibitAct> acts,
        Optional<Awaits> awaits,
        CustodyPicture picture,
        List<Begun> unfinished,
        long largestFile,
        List<String> here) {
    /// The columns of the custody, in their order. Where it was stands beside who did it, and the digest
    /// below the leaf: more columns would leave no room for what happened.
    public static final List<Column> COLUMNS =
            List.of(Column.NUMBER, Column.WHEN, Column.WHO, Column.WHAT, Column.WHY, Column.RESULT, Column.LEAF);

    private static final List<ExhibitAct> ORDER = List.of(
            ExhibitAct.HAND_OVER,
            ExhibitAct.LIST_REMAINDER,
            ExhibitAct.FETCH_AGAIN,
            ExhibitAct.PUT_AWAY,
            ExhibitAct.OPEN,
            ExhibitAct.CHECK,
            ExhibitAct.NOTE,
            ExhibitAct.WITHDRAW,
            ExhibitAct.DESTROY);

    private static final Pattern MARK = Pattern.compile("href=\"#event-([0-9]{1,9})\"");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}");
    private static final int SHA256_DIGITS = 64;
    private static final long SOON_DONE = 256L * 1024 * 1024;
    private static final int SECONDS_WHEN_SHORT = 4;
    private static final int SECONDS_WHEN_LONG = 20;
    private static final int SECONDS_IN_ALL = 600;
    /// The part of the time waited so far that is waited once more.
    private static final int PATIENCE = 5;

    public ExhibitView {
        files = List.copyOf(files);
        remainders = List.copyOf(remainders);
        exposures = List.copyOf(exposures);
        acts = Set.copyOf(acts);
        unfinished = List.copyOf(unfinished);
        here = List.copyOf(here);
    }

    /// How far a piece of long work is.
    ///
    /// @param total bytes in all; 0 while that is not known
    public record Work(String task, long done, long total) {
        public boolean isKnown() {
            return total > 0;
        }

        public int percent() {
            return isKnown() ? (int) Math.min(100, done * 100 / total) : 0;
        }
    }

    /// A wish to open a sensitive exhibit.
    ///
    /// @param role of the person who asked
    /// @param own whether the reader is that person
    public record Awaits(String role, Instant until, boolean own) {
        /// The sentence that says who must do what, and until when.
        public String text(Page page) {
            return own
                    ? page.t("exhibit.awaits.you", "until", page.at(until))
                    : page.t("exhibit.awaits", "role", page.t("role." + role), "until", page.at(until));
        }
    }

    public String reference() {
        return exhibit.reference().toString();
    }

    public String address() {
        return "/exhibits/" + exhibit.reference();
    }

    /// Where a script of the page brings files, by tus.
    public String uploads() {
        return Paths.UPLOADS.replace("{exhibit}", reference());
    }

    public String request() {
        return exhibit.request().toString();
    }

    public boolean isOurs() {
        return exhibit.side() == Exhibit.Side.HOLDING;
    }

    public String state() {
        return exhibit.state().word();
    }

    /// The key of the sentences that say what the state means on this side, and what comes next.
    public String meaning(Page page) {
        String key = "exhibit.meaning." + exhibit.side().code() + "." + state();
        return page.has(key) ? key : "exhibit.meaning.unknown";
    }

    public boolean may(ExhibitAct act) {
        return acts.contains(act);
    }

    /// Whether what was opened can be had. While it is being opened, only a part of it lies there.
    public boolean isOpened() {
        return may(ExhibitAct.PUT_AWAY) && work.isEmpty();
    }

    /// The acts that have a page of their own, in the order of the work.
    public List<ExhibitAct> buttons() {
        return acts.stream()
                .filter(act -> act != ExhibitAct.COLLECT && act != ExhibitAct.READ_REMAINDER)
                .filter(act -> act != ExhibitAct.PUT_AWAY || isOpened())
                // Whoever has asked waits for somebody else.
                .filter(act ->
                        act != ExhibitAct.OPEN || awaits.filter(Awaits::own).isEmpty())
                .sorted(Comparator.comparing(ORDER::indexOf))
                .toList();
    }

    /// The last day on which it may be kept, in words.
    public Optional<String> keepUntil(Page page) {
        return exhibit.order().keepUntil().map(day -> page.day(day));
    }

    /// Whether that day has passed, and something of it is still here.
    public boolean isKeptTooLong(Page page) {
        return exhibit.order().isOverdue(page.now()) && !(exhibit.state() instanceof ExhibitState.Destroyed);
    }

    public long bytes() {
        return files.stream().mapToLong(ExhibitFile::bytes).sum();
    }

    public Optional<SealedPackage> sealed() {
        return switch (exhibit.state()) {
            case ExhibitState.OnOffer offer -> Optional.of(offer.sealed());
            case ExhibitState.Here here -> Optional.of(here.sealed());
            case ExhibitState.Collecting _,
                    ExhibitState.Sealing _,
                    ExhibitState.Withdrawn _,
                    ExhibitState.Destroyed _,
                    ExhibitState.Unknown _ -> Optional.empty();
        };
    }

    /// The code of what was found wrong: with sealing it, or by either State with what came.
    public Optional<String> fault() {
        return switch (exhibit.state()) {
            case ExhibitState.Collecting(Optional<String> fault) -> fault;
            case ExhibitState.Disputed(var sealed, var at, String fault, var subject) -> Optional.of(fault);
            case ExhibitState.NotGood(var sealed, var at, String fault, var subject) -> Optional.of(fault);
            default -> Optional.empty();
        };
    }

    /// What that is about: a file, a part, a name. Not our words.
    public String faultSubject() {
        return switch (exhibit.state()) {
            case ExhibitState.Disputed disputed -> disputed.subject();
            case ExhibitState.NotGood bad -> bad.subject();
            default -> "";
        };
    }

    /// Why it was taken back or destroyed, as somebody wrote it.
    public String reason() {
        return switch (exhibit.state()) {
            case ExhibitState.Withdrawn withdrawn -> withdrawn.reason();
            case ExhibitState.Destroyed destroyed -> destroyed.reason();
            default -> "";
        };
    }

    /// The picture as it stands in a page. It is SVG that the vault made, with every text in it escaped.
    ///
    /// @param events those whose rows stand in the page; a mark of another one leads to the page with its row
    public Content drawing(Stretch<Row> events) {
        return drawn(CustodyPicture.WIDE, events);
    }

    /// The same picture for a telephone. Both stand in the page, which has no script to choose; the style
    /// sheet takes one of them out, for the eye and for whoever has the page read out.
    public Content narrowDrawing(Stretch<Row> events) {
        return drawn(CustodyPicture.NARROW, events);
    }

    private Content drawn(int width, Stretch<Row> events) {
        String svg = MARK.matcher(picture.svg(width))
                .replaceAll(link -> events.holds(Integer.parseInt(link.group(1)))
                        ? link.group()
                        : "href=\"" + address() + "?from=" + link.group(1) + "#event-" + link.group(1) + "\"");
        return out -> out.writeContent(svg);
    }

    /// What else was recorded with a row, in words. What this version has no word for is left out: the
    /// digest of the entry holds it all the same.
    public List<String> details(Page page, Row row) {
        CustodyEvent event = custody.entries().get(row.number() - 1).event();
        List<String> names = event.details().keySet().stream()
                .filter(name -> !name.equals(CustodyEvent.RESULT))
                .sorted()
                .toList();
        List<String> details = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            detail(page, names.get(i), row.details().get(i).value()).ifPresent(details::add);
        }
        return details;
    }

    /// @param value as the picture gives it, without signs that nobody can see: it may be another State's
    private static Optional<String> detail(Page page, String name, String value) {
        boolean amount = AMOUNT.matcher(value).matches();
        return switch (name) {
            case "compared" ->
                Optional.of(
                        page.t(value.equals("true") ? "exhibit.detail.compared-yes" : "exhibit.detail.compared-no"));
            case "bytes" ->
                amount ? Optional.of(page.t("exhibit.bytes", name, Long.parseLong(value))) : Optional.empty();
            case "entries" ->
                amount
                        ? Optional.of(page.t("exhibit.remainder.count", "entries", Long.parseLong(value)))
                        : Optional.empty();
            case "files" ->
                amount ? Optional.of(page.t("exhibit.files.count", name, Long.parseLong(value))) : Optional.empty();
            default -> {
                String key = "exhibit.detail." + name;
                yield page.has(key) ? Optional.of(page.t(key, "value", grouped(value))) : Optional.empty();
            }
        };
    }

    /// All events, as a sheet of paper shows them.
    public Stretch<Row> everything() {
        return Stretch.whole(picture.rows());
    }

    /// All files, as a sheet of paper shows them.
    public Stretch<ExhibitFile> allFiles() {
        return Stretch.whole(files);
    }

    /// The events that a page shows.
    ///
    /// @param from the number of the first one; 0 for the newest
    Stretch<Row> events(int from) {
        return Stretch.fromNewest(picture.rows(), from, Stretch.EVENTS);
    }

    /// The files that a page shows.
    ///
    /// @param from the number of the first one; 0 for the first of all
    Stretch<ExhibitFile> filesFrom(int from) {
        return Stretch.fromFirst(files, from, Stretch.FILES);
    }

    /// Whether its custody can be had as a paper: a longer one would be a book.
    public boolean fitsOnPaper() {
        return custody.entries().size() <= CustodyPaper.MOST_EVENTS;
    }

    /// The time of a row in the reader's own zone.
    public String here(Row row) {
        return here.get(row.number() - 1);
    }

    /// Whether the node has something to do with it and is not at it yet.
    public boolean waits() {
        return work.isEmpty()
                && (exhibit.state() instanceof ExhibitState.Sealing
                        || exhibit.state() instanceof ExhibitState.Announced);
    }

    /// In how many seconds the page should be loaded again; 0 when nothing moves, or when it has done so for
    /// long: the other State may need days to confirm. Each loading is a look that oversight reads, so long
    /// work is looked at seldom, and any work the more seldom the longer it lasts.
    ///
    /// @param waited for how many seconds the page has been loaded again by itself
    public int refreshSeconds(int waited) {
        int usual = work.map(now -> now.total() < SOON_DONE ? SECONDS_WHEN_SHORT : SECONDS_WHEN_LONG)
                .orElse(exhibit.state() instanceof ExhibitState.Sealing ? SECONDS_WHEN_SHORT : 0);
        return usual == 0 || waited >= SECONDS_IN_ALL ? 0 : Math.max(usual, waited / PATIENCE);
    }

    /// A digest in groups of eight, to be compared by eye.
    public static String grouped(String hex) {
        return hex.length() == SHA256_DIGITS ? hex.replaceAll("(.{8})(?=.)", "$1 ") : hex;
    }
}
