package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.exhibit.CheckExhibit;
import comity.api.exhibit.DestroyExhibit;
import comity.api.exhibit.ExhibitDetail;
import comity.api.exhibit.ExhibitList;
import comity.api.exhibit.FetchAgain;
import comity.api.exhibit.HandOver;
import comity.api.exhibit.NewExhibit;
import comity.api.exhibit.NoteCustody;
import comity.api.exhibit.OpenExhibit;
import comity.api.exhibit.PutAway;
import comity.api.exhibit.RemoveFile;
import comity.api.exhibit.WithdrawOffer;
import comity.cli.call.Wish;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is done with exhibits, one class for each act.
final class ExhibitVerbs {
    private ExhibitVerbs() {}

    /// The exhibits of a request.
    @Command(name = "list")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "REQUEST")
        private String request = "";

        Listing(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            return terminal.ask(
                    Wish.of(Operation.LIST_EXHIBITS, request),
                    ExhibitList.class,
                    Terminal.Shown.good(ExhibitView::list));
        }
    }

    /// One exhibit with its custody.
    @Command(name = "show")
    static final class Show implements Callable<Integer> {
        @Mixin
        private final OneExhibit exhibit;

        Show(Surroundings surroundings) {
            this.exhibit = new OneExhibit(surroundings);
        }

        @Override
        public Integer call() {
            return exhibit.terminal()
                    .ask(
                            Wish.of(Operation.SHOW_EXHIBIT, exhibit.reference()),
                            ExhibitDetail.class,
                            Terminal.Shown.good(ExhibitView::whole));
        }
    }

    /// Begins an exhibit.
    @Command(name = "new")
    static final class New implements Callable<Integer> {
        @Mixin
        private final Terminal terminal;

        @Mixin
        private final Once once = new Once();

        @Parameters(index = "0", paramLabel = "REQUEST")
        private String request = "";

        @Option(names = "--title", paramLabel = "TEXT", required = true, descriptionKey = "exhibit-title")
        private String title = "";

        @Option(names = "--order", paramLabel = "REF", required = true, descriptionKey = "exhibit-order")
        private String order = "";

        @Option(names = "--article", paramLabel = "unc.44|unc.43|unc.41", descriptionKey = "exhibit-article")
        private String article = "unc.44";

        @Option(names = "--item", paramLabel = "TEXT", descriptionKey = "exhibit-item")
        private Optional<String> item = Optional.empty();

        @Option(names = "--conditions", paramLabel = "TEXT", descriptionKey = "exhibit-conditions")
        private Optional<String> conditions = Optional.empty();

        @Option(names = "--keep-until", paramLabel = "DAY", descriptionKey = "exhibit-keep-until")
        private Optional<LocalDate> keepUntil = Optional.empty();

        @Option(names = "--sensitive", descriptionKey = "exhibit-sensitive")
        private boolean sensitive;

        New(Surroundings surroundings) {
            this.terminal = new Terminal(surroundings);
        }

        @Override
        public Integer call() {
            NewExhibit wanted = new NewExhibit(
                    title,
                    order,
                    article,
                    item.orElse(null),
                    conditions.orElse(null),
                    keepUntil.orElse(null),
                    sensitive ? "yes" : "no");
            return terminal.ask(
                    Wish.of(Operation.BEGIN_EXHIBIT, request).with(wanted).under(once.key()),
                    ExhibitDetail.class,
                    Terminal.Shown.good(ExhibitView::standing));
        }
    }

    /// Takes a file out again.
    @Command(name = "remove")
    static final class Remove implements Callable<Integer> {
        @Mixin
        private final ActOnExhibit act;

        @Parameters(index = "1", paramLabel = "NAME")
        private String name = "";

        Remove(Surroundings surroundings) {
            this.act = new ActOnExhibit(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.REMOVE_FILE, new RemoveFile(name));
        }
    }

    /// Has it sealed and offered.
    @Command(name = "hand-over")
    static final class Give implements Callable<Integer> {
        @Mixin
        private final ActOnExhibit act;

        Give(Surroundings surroundings) {
            this.act = new ActOnExhibit(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.HAND_OVER, new HandOver());
        }
    }

    /// Takes the offer back.
    @Command(name = "withdraw")
    static final class TakeBack implements Callable<Integer> {
        @Mixin
        private final ActOnExhibit act;

        @Option(names = "--reason", paramLabel = "TEXT", required = true)
        private String reason = "";

        TakeBack(Surroundings surroundings) {
            this.act = new ActOnExhibit(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.WITHDRAW_OFFER, new WithdrawOffer(reason));
        }
    }

    /// Compares it with its seal once more.
    @Command(name = "check")
    static final class Check implements Callable<Integer> {
        @Mixin
        private final ActOnExhibit act;

        @Option(names = "--wait", descriptionKey = "exhibit-wait")
        private boolean wait;

        Check(Surroundings surroundings) {
            this.act = new ActOnExhibit(surroundings);
        }

        @Override
        public Integer call() {
            return wait
                    ? act.untilDone(
                            Operation.CHECK_EXHIBIT,
                            new CheckExhibit(),
                            exhibit -> exhibit.summary().state().equals("received"))
                    : act.with(Operation.CHECK_EXHIBIT, new CheckExhibit());
        }
    }

    /// Opens the seal.
    @Command(name = "open")
    static final class Open implements Callable<Integer> {
        @Mixin
        private final ActOnExhibit act;

        @Option(names = "--why", paramLabel = "TEXT", required = true, descriptionKey = "exhibit-why")
        private String why = "";

        @Option(names = "--wait", descriptionKey = "exhibit-wait")
        private boolean wait;

        Open(Surroundings surroundings) {
            this.act = new ActOnExhibit(surroundings);
        }

        @Override
        public Integer call() {
            return wait
                    ? act.untilDone(Operation.OPEN_EXHIBIT, new OpenExhibit(why), ExhibitDetail::opened)
                    : act.with(Operation.OPEN_EXHIBIT, new OpenExhibit(why));
        }
    }

    /// Puts away what was opened.
    @Command(name = "put-away")
    static final class Close implements Callable<Integer> {
        @Mixin
        private final ActOnExhibit act;

        Close(Surroundings surroundings) {
            this.act = new ActOnExhibit(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.PUT_AWAY, new PutAway());
        }
    }

    /// Pulls it anew.
    @Command(name = "fetch-again")
    static final class PullAgain implements Callable<Integer> {
        @Mixin
        private final ActOnExhibit act;

        PullAgain(Surroundings surroundings) {
            this.act = new ActOnExhibit(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.FETCH_AGAIN, new FetchAgain());
        }
    }

    /// Notes what was done with it at home.
    @Command(name = "note")
    static final class Note implements Callable<Integer> {
        @Mixin
        private final ActOnExhibit act;

        @Option(
                names = "--kind",
                paramLabel = "copied|examined|handed-over|returned",
                required = true,
                descriptionKey = "exhibit-kind")
        private String kind = "";

        @Option(
                names = "--hand",
                paramLabel = "authority|examiner|court",
                required = true,
                descriptionKey = "exhibit-hand")
        private String hand = "";

        @Option(names = "--what", paramLabel = "TEXT", required = true, descriptionKey = "exhibit-what")
        private String what = "";

        Note(Surroundings surroundings) {
            this.act = new ActOnExhibit(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.NOTE_CUSTODY, new NoteCustody(kind, hand, what));
        }
    }

    /// Destroys all of it that is here.
    @Command(name = "destroy")
    static final class Destroy implements Callable<Integer> {
        @Mixin
        private final ActOnExhibit act;

        @Option(names = "--reason", paramLabel = "TEXT", required = true)
        private String reason = "";

        Destroy(Surroundings surroundings) {
            this.act = new ActOnExhibit(surroundings);
        }

        @Override
        public Integer call() {
            return act.with(Operation.DESTROY_EXHIBIT, new DestroyExhibit(reason));
        }
    }
}
