package comity.web.desk;

import comity.desk.Bell;
import comity.desk.Ring;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Lets open pages of the desk hear the bell, by server-sent events. Each listening page has a virtual thread of its
/// own, so that a slow line never holds up the one who rings.
@Controller
public class BellPages {
    /// A page that listened this long connects anew; its browser does so by itself.
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration SILENCE = Duration.ofSeconds(25);
    private static final int WAITING = 256;

    private final Bell bell;

    public BellPages(Bell bell) {
        this.bell = bell;
    }

    @GetMapping(path = "/desk/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        answer.setHeader("X-Accel-Buffering", "no");
        SseEmitter page = new SseEmitter(LONGEST.toMillis());
        BlockingQueue<Ring> rings = new LinkedBlockingQueue<>(WAITING);
        Bell.Listening listening = bell.listen(rings::offer);
        Thread pusher = Thread.ofVirtual().name("bell to a page").start(() -> push(page, rings, listening));
        page.onCompletion(pusher::interrupt);
        page.onTimeout(pusher::interrupt);
        return page;
    }

    private static void push(SseEmitter page, BlockingQueue<Ring> rings, Bell.Listening listening) {
        try (listening) {
            page.send(SseEmitter.event().comment("listening"));
            while (!Thread.currentThread().isInterrupted()) {
                Ring ring = rings.poll(SILENCE.toSeconds(), TimeUnit.SECONDS);
                page.send(ring == null ? SseEmitter.event().comment("still here") : event(ring));
            }
        } catch (IOException | IllegalStateException | InterruptedException _) {
            // The page was closed; whoever opens it again reads the inbox from the database.
        } finally {
            page.complete();
        }
    }

    private static SseEmitter.SseEventBuilder event(Ring ring) {
        return SseEmitter.event()
                .name("ring")
                .data("{\"reference\":\"%s\",\"kind\":\"%s\",\"sound\":\"%s\",\"urgency\":\"%s\"}"
                        .formatted(
                                ring.reference(),
                                ring.kind().code(),
                                ring.sound().code(),
                                ring.urgency().code()));
    }
}
