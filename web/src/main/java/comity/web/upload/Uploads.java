package comity.web.upload;

import comity.api.contract.Paths;
import comity.web.UploadSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.checksum.ChecksumAlgorithm;
import me.desair.tus.server.upload.UuidUploadIdFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes files in bit by bit by tus 1.0: creation, expiration, checksum and termination. A file that is whole goes to a
/// [Taker]; what was said of it before decides whether it is taken.
public final class Uploads implements AutoCloseable {
    /// How long nobody need go on before an upload is thrown away.
    static final Duration LIFE = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(10);
    /// What is left free for everything else on that disk.
    private static final long RESERVE = 64L << 20;

    private static final String VERSION = "Tus-Version";
    private static final String EXTENSIONS = "Tus-Extension";

    private final UploadSettings settings;
    private final Clock clock;
    private final Landing landing;
    private final Holds holds = new Holds();
    private final TusFileUploadService tus;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("uploads").factory());

    public Uploads(UploadSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.landing = new Landing(settings.folder(), clock);
        this.tus = new TusFileUploadService()
                .withUploadIdFactory(new UuidUploadIdFactory())
                .withUploadUri(Paths.UPLOADS.replaceAll("\\{\\w+}", "[^/]+"))
                .withUploadStorageService(landing)
                .withUploadLockingService(holds)
                .withMaxUploadSize(settings.largest())
                .withUploadExpirationPeriod(LIFE.toMillis())
                .disableTusExtension("concatenation");
        rounds.scheduleWithFixedDelay(
                this::round, BETWEEN_ROUNDS.toSeconds(), BETWEEN_ROUNDS.toSeconds(), TimeUnit.SECONDS);
    }

    /// What is said of a file that shall come, or all that is wrong with it.
    public static Announced announced(HttpServletRequest call) {
        if (!TusFileUploadService.TUS_API_VERSION.equals(call.getHeader("Tus-Resumable"))) {
            return new Announced.Not(Reply.Refused.of(412, "tus-version"));
        }
        return switch (Announcement.read(call.getHeader("Upload-Length"), call.getHeader("Upload-Metadata"))) {
            case Announcement.Read.Good(Announcement announcement) -> new Announced.As(announcement);
            case Announcement.Read.Wrong(var complaints) ->
                new Announced.Not(new Reply.Refused(422, "body-wrong", Map.of(), complaints));
        };
    }

    /// How a new upload was announced.
    public sealed interface Announced {
        record As(Announcement announcement) implements Announced {}

        record Not(Reply.Refused why) implements Announced {}
    }

    /// Begins an upload. A file of nothing is whole at once.
    public Reply create(
            HttpServletRequest call, HttpServletResponse answer, Owner owner, Announcement announcement, Taker taker) {
        return attempt(() -> {
            Reply reply = begun(call, answer, owner, announcement);
            if (announcement.bytes() > 0 || !(reply instanceof Reply.Done done)) {
                return reply;
            }
            String location = done.headers().getOrDefault("Location", "");
            String id = location.substring(location.lastIndexOf('/') + 1);
            try (var _ = holds.take(id).orElseThrow()) {
                return given(id, taker).map(no -> (Reply) no).orElse(reply);
            }
        });
    }

    /// One after the other, so that each is counted before the next one asks.
    private synchronized Reply begun(
            HttpServletRequest call, HttpServletResponse answer, Owner owner, Announcement announcement)
            throws IOException {
        Optional<Reply.Refused> refusal = refusal(owner, announcement);
        return refusal.isPresent() ? refusal.get() : process(new TusCall(call, 0), answer, owner);
    }

    private Optional<Reply.Refused> refusal(Owner owner, Announcement announcement) throws IOException {
        if (announcement.bytes() > settings.largest()) {
            return Optional.of(tooLarge());
        }
        round();
        int unfinished = 0;
        long promised = 0;
        for (String id : landing.all()) {
            Optional<Kept> kept = landing.kept(id).filter(each -> each.end().isEmpty());
            if (kept.isPresent()) {
                promised += kept.get().announcement().bytes() - landing.offset(id, kept.get());
                unfinished += kept.get().owner().startsWith(owner.person() + ' ') ? 1 : 0;
            }
        }
        if (unfinished >= settings.mostUnfinished()) {
            return Optional.of(Reply.Refused.of(
                    409, "too-many-uploads", Map.of("most", Integer.toString(settings.mostUnfinished()))));
        }
        // For a moment each file is there twice: as it came in, and in its exhibit.
        return landing.room() - RESERVE - promised < 2 * announcement.bytes()
                ? Optional.of(Reply.Refused.of(507, "no-room"))
                : Optional.empty();
    }

    /// Goes on with an upload: `HEAD` asks how far it is, `PATCH` brings more, `DELETE` gives it up.
    public Reply goOn(HttpServletRequest call, HttpServletResponse answer, Owner owner, String upload, Taker taker) {
        Optional<String> id = id(upload);
        if (id.isEmpty()) {
            return Reply.Refused.of(404, "not-found");
        }
        // Whoever only asks holds nobody up.
        if (call.getMethod().equals("HEAD")) {
            return holds.isHeld(id.get())
                    ? Reply.Refused.of(423, "upload-busy")
                    : attempt(() -> held(call, answer, owner, id.get(), taker));
        }
        Optional<Holds.Hold> hold = holds.take(id.get());
        if (hold.isEmpty()) {
            return Reply.Refused.of(423, "upload-busy");
        }
        try (var _ = hold.get()) {
            return attempt(() -> held(call, answer, owner, id.get(), taker));
        }
    }

    private static Optional<String> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed).toString()).filter(typed::equals);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Reply held(HttpServletRequest call, HttpServletResponse answer, Owner owner, String id, Taker taker)
            throws IOException {
        Optional<Kept> found = landing.kept(id).filter(kept -> kept.owner().equals(owner.key()));
        if (found.isEmpty()) {
            return Reply.Refused.of(404, "not-found");
        }
        Kept kept = expiredOr(id, found.get());
        if (kept.end().filter(end -> end == Kept.End.EXPIRED).isPresent()) {
            return Reply.Refused.of(410, "upload-expired");
        }
        long whole = kept.announcement().bytes();
        TusCall ours = new TusCall(call, whole - landing.offset(id, kept));
        Reply reply = processOrSay(ours, answer, owner);
        boolean brought = reply instanceof Reply.Done && call.getMethod().equals("PATCH");
        return brought && kept.end().isEmpty() && landing.offset(id, kept) == whole
                ? given(id, taker).map(no -> (Reply) no).orElse(reply)
                : reply;
    }

    /// What came in stays, however the call ended.
    private Reply processOrSay(TusCall call, HttpServletResponse answer, Owner owner) throws IOException {
        try {
            Reply reply = process(call, answer, owner);
            return reply instanceof Reply.Done
                    ? broken(call).map(no -> (Reply) no).orElse(reply)
                    : reply;
        } catch (IOException e) {
            Optional<Reply.Refused> broken = broken(call);
            if (broken.isPresent()) {
                return broken.get();
            }
            if (landing.room() < RESERVE) {
                return Reply.Refused.of(507, "no-room");
            }
            throw e;
        }
    }

    private static Optional<Reply.Refused> broken(TusCall call) {
        if (call.isTooLong()) {
            return Optional.of(Reply.Refused.of(400, "upload-longer"));
        }
        return call.isBroken() ? Optional.of(Reply.Refused.of(400, "body-incomplete")) : Optional.empty();
    }

    /// Hands a whole file over. What would be refused again is not kept.
    private Optional<Reply.Refused> given(String id, Taker taker) throws IOException {
        Kept kept = landing.kept(id).orElseThrow(() -> new IOException("An upload went away while it was held"));
        Optional<Reply.Refused> refusal;
        try (InputStream bytes = landing.bytes(id)) {
            refusal = taker.take(kept.announcement(), bytes);
        }
        if (refusal.isEmpty()) {
            landing.end(id, kept, Kept.End.TAKEN);
        } else if (refusal.get().isForGood()) {
            landing.remove(id);
        }
        return refusal;
    }

    /// What this person has begun for an exhibit and not finished, by name.
    public List<Begun> unfinished(Owner owner) {
        try {
            List<Begun> found = new ArrayList<>();
            for (String id : landing.unfinishedOf(owner.key())) {
                Optional<Kept> kept = landing.kept(id).filter(each -> isUnfinished(each, owner));
                if (kept.isPresent()) {
                    Announcement said = kept.get().announcement();
                    found.add(new Begun(
                            id,
                            said.name(),
                            said.bytes(),
                            landing.offset(id, kept.get()),
                            kept.get().expiresAt()));
                }
            }
            found.sort(Comparator.comparing(Begun::name).thenComparing(Begun::id));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isUnfinished(Kept kept, Owner owner) {
        return kept.owner().equals(owner.key())
                && kept.end().isEmpty()
                && !clock.instant().isAfter(kept.expiresAt());
    }

    /// Throws away what has come of an unfinished upload, so that a form of a page can do what `DELETE` does.
    public GivenUp giveUp(Owner owner, String upload) {
        Optional<String> id = id(upload);
        if (id.flatMap(landing::kept).filter(kept -> isUnfinished(kept, owner)).isEmpty()) {
            return GivenUp.GONE;
        }
        Optional<Holds.Hold> hold = holds.take(id.get());
        if (hold.isEmpty()) {
            return GivenUp.BUSY;
        }
        try (var _ = hold.get()) {
            // It may have ended while nobody held it.
            if (landing.kept(id.get()).filter(kept -> isUnfinished(kept, owner)).isEmpty()) {
                return GivenUp.GONE;
            }
            landing.remove(id.get());
            return GivenUp.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The most bytes of one file.
    public long largest() {
        return settings.largest();
    }

    /// What is offered here.
    public Reply options(HttpServletRequest call, HttpServletResponse answer) {
        return attempt(() -> process(new TusCall(call, 0), answer, new Owner("", "")));
    }

    private Reply process(TusCall call, HttpServletResponse answer, Owner owner) throws IOException {
        TusAnswer held = new TusAnswer(answer);
        tus.process(call, held, owner.key());
        if (held.isRefusal()) {
            LOG.debug("An upload call was refused: {}", held.error());
            return refused(held.getStatus(), call);
        }
        Map<String, String> headers = new TreeMap<>(held.headers());
        if (headers.containsKey(EXTENSIONS)) {
            headers.put(EXTENSIONS, "creation,expiration,checksum,termination");
        }
        return new Reply.Done(held.getStatus(), headers);
    }

    private Reply.Refused tooLarge() {
        return Reply.Refused.of(413, "upload-too-large", Map.of("most", Long.toString(settings.largest())));
    }

    private Reply.Refused refused(int status, HttpServletRequest call) {
        return switch (status) {
            case 400 -> Reply.Refused.of(400, wrong(call));
            case 404 -> Reply.Refused.of(404, "not-found");
            case 405 -> Reply.Refused.of(405, "method-not-allowed");
            // The library says 406 of a body of another kind.
            case 406 -> Reply.Refused.of(415, "upload-media-type");
            case 409 -> Reply.Refused.of(409, "upload-offset");
            case 412 -> Reply.Refused.of(412, "tus-version");
            case 413 -> tooLarge();
            case 460 -> Reply.Refused.of(460, "checksum-mismatch");
            default -> Reply.Refused.of(status, status < 500 ? "call-wrong" : "failed");
        };
    }

    private static String wrong(HttpServletRequest call) {
        String checksum = call.getHeader("Upload-Checksum");
        if (!call.getMethod().equals("PATCH")) {
            return "call-wrong";
        }
        return checksum != null && ChecksumAlgorithm.forUploadChecksumHeader(checksum) == null
                ? "checksum-unknown"
                : "upload-longer";
    }

    /// What every answer carries, also a refusal.
    public static Map<String, String> headers(Reply.Refused refusal) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Tus-Resumable", TusFileUploadService.TUS_API_VERSION);
        if (refusal.status() == 412) {
            headers.put(VERSION, TusFileUploadService.TUS_API_VERSION);
        }
        return headers;
    }

    /// Throws away what nobody went on with, and forgets what ended long ago.
    synchronized void round() {
        try {
            for (String id : landing.all()) {
                Optional<Holds.Hold> hold = isOver(id) ? holds.take(id) : Optional.empty();
                if (hold.isPresent()) {
                    try (var _ = hold.get()) {
                        clear(id);
                    }
                }
            }
        } catch (IOException e) {
            LOG.warn("Old uploads could not be cleared: {}", e.getMessage());
        }
    }

    private boolean isOver(String id) {
        return landing.kept(id)
                .map(kept -> clock.instant().isAfter(kept.expiresAt()))
                .orElseGet(() -> landing.isScrap(id));
    }

    private void clear(String id) throws IOException {
        Optional<Kept> kept = landing.kept(id);
        boolean scrap = kept.isEmpty() && landing.isScrap(id);
        if (scrap
                || kept.filter(old -> clock.instant().isAfter(old.expiresAt().plus(LIFE)))
                        .isPresent()) {
            landing.remove(id);
        } else if (kept.isPresent()) {
            expiredOr(id, kept.get());
        }
    }

    private Kept expiredOr(String id, Kept kept) throws IOException {
        Instant now = clock.instant();
        if (kept.end().isEmpty() && now.isAfter(kept.expiresAt())) {
            landing.end(id, kept, Kept.End.EXPIRED);
            return kept.ended(Kept.End.EXPIRED);
        }
        return kept;
    }

    private interface Work {
        Reply run() throws IOException;
    }

    private static Reply attempt(Work work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
