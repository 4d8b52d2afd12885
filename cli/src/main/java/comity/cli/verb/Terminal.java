package comity.cli.verb;

import comity.cli.call.Destination;
import comity.cli.call.NodeCalls;
import comity.cli.call.Reply;
import comity.cli.call.Trust;
import comity.cli.call.Wish;
import comity.cli.screen.Screen;
import comity.cli.screen.Times;
import comity.cli.words.Texts;
import comity.kernel.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Option;

/// What every command shares: which node, as whom, in which language, and how answers look.
final class Terminal {
    private final Surroundings surroundings;

    @Option(names = "--node", paramLabel = "URL")
    private Optional<String> node = Optional.empty();

    @Option(names = "--token", paramLabel = "TOKEN")
    private Optional<String> token = Optional.empty();

    @Option(names = "--token-file", paramLabel = "FILE")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(names = "--ca", paramLabel = "FILE")
    private Optional<Path> ca = Optional.empty();

    @Option(names = "--lang", paramLabel = "LANG")
    private Optional<String> lang = Optional.empty();

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--utc")
    private boolean utc;

    @Option(names = "--tz", paramLabel = "ZONE")
    private Optional<String> zone = Optional.empty();

    @Option(names = "--no-color")
    private boolean noColor;

    Terminal(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Screen screen() {
        boolean coloured = surroundings.onTerminal()
                && !noColor
                && !json
                && surroundings.variable("NO_COLOR").isEmpty();
        Texts texts = Texts.in(language());
        return new Screen(surroundings.out(), surroundings.err(), texts, times(), json, coloured);
    }

    Language language() {
        return Texts.wanted(lang, surroundings.environment());
    }

    private Times times() {
        if (utc) {
            return new Times(ZoneOffset.UTC);
        }
        try {
            return new Times(zone.or(() -> surroundings.variable("COMITY_TZ"))
                    .map(ZoneId::of)
                    .orElse(surroundings.clock().getZone()));
        } catch (DateTimeException e) {
            throw new UsageFault("usage.zone", zone.orElse(""));
        }
    }

    /// The way to the node.
    NodeCalls calls() {
        // A zone that does not exist is said before anything is asked.
        times();
        return new NodeCalls(
                new Destination(address(), token(), trust(), language().tag()));
    }

    private URI address() {
        String typed =
                node.or(() -> surroundings.variable("COMITY_NODE")).orElseThrow(() -> new UsageFault("usage.node"));
        try {
            URI address = URI.create(typed);
            if (address.getHost() == null || !Set.of("http", "https").contains(address.getScheme())) {
                throw new UsageFault("usage.node-address", typed);
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw new UsageFault("usage.node-address", typed);
        }
    }

    private Optional<String> token() {
        return token.or(this::tokenOfFile)
                .or(() -> surroundings.variable("COMITY_TOKEN"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private Optional<String> tokenOfFile() {
        Optional<Path> file =
                tokenFile.or(() -> surroundings.variable("COMITY_TOKEN_FILE").map(Path::of));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            warnWhenOthersMayRead(file.get());
            return Optional.of(Files.readString(file.get()));
        } catch (IOException e) {
            throw new UsageFault("usage.token-file", file.get());
        }
    }

    private void warnWhenOthersMayRead(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
        if (may.contains(PosixFilePermission.GROUP_READ) || may.contains(PosixFilePermission.OTHERS_READ)) {
            screen().warn("token-file.open", file);
        }
    }

    Optional<SSLContext> trust() {
        Optional<Path> file = ca.or(() -> surroundings.variable("COMITY_CA").map(Path::of));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Trust.in(file.get()));
        } catch (IOException | GeneralSecurityException e) {
            throw new UsageFault("usage.ca", file.get());
        }
    }

    /// Asks one thing and shows what came of it.
    ///
    /// @param show shows the answer to a person and says the exit code; a program gets the answer as it
    ///     came, and the same exit code
    <T extends Record> int ask(Wish wish, Class<T> answer, Shown<T> show) {
        try (NodeCalls calls = calls()) {
            return settle(calls.ask(wish, answer), show);
        }
    }

    /// Shows what came of a call.
    <T extends Record> int settle(Reply<T> reply, Shown<T> show) {
        Screen screen = screen();
        return switch (reply) {
            case Reply.Answered<T> answered -> {
                if (json) {
                    screen.json(answered.json());
                } else {
                    show.on(screen, answered.value());
                }
                yield show.exit().applyAsInt(answered.value());
            }
            case Reply.Refused<T> refused -> ReplyView.refused(screen, refused);
            case Reply.Unknown<T> unknown -> ReplyView.unknown(screen, unknown);
        };
    }

    /// How an answer is shown, and what it means for the exit code.
    record Shown<T>(java.util.function.BiConsumer<Screen, T> view, ToIntFunction<T> exit) {
        static <T> Shown<T> good(java.util.function.BiConsumer<Screen, T> view) {
            return new Shown<>(view, _ -> Exit.GOOD);
        }

        void on(Screen screen, T value) {
            view.accept(screen, value);
        }
    }
}
