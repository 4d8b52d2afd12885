package comity.web.rest;

import comity.api.contract.Paths;
import comity.kernel.Actor;
import comity.kernel.ExhibitReference;
import comity.requests.Outcome;
import comity.requests.disclosure.Disclosures;
import comity.vault.ExhibitFile;
import comity.web.upload.Owner;
import comity.web.upload.Reply;
import comity.web.upload.Taker;
import comity.web.upload.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// Files for exhibits, by tus 1.0. Whether somebody may add a file is asked before its bytes come, and again when they
/// are here.
@RestController
public class UploadCalls {
    /// The kind of a body that is a piece of a file.
    static final String BYTES = "application/offset+octet-stream";

    private static final String DIFFERS = "digest-differs";
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Uploads uploads;
    private final Disclosures disclosures;

    public UploadCalls(Uploads uploads, Disclosures disclosures) {
        this.uploads = uploads;
        this.disclosures = disclosures;
    }

    @RequestMapping(path = Paths.UPLOADS, method = RequestMethod.OPTIONS)
    @Nullable
    ResponseEntity<Void> options(HttpServletRequest http, HttpServletResponse answer) {
        return told(answer, uploads.options(http, answer));
    }

    @PostMapping(Paths.UPLOADS)
    @Nullable
    ResponseEntity<Void> create(
            Call call, HttpServletRequest http, HttpServletResponse answer, @PathVariable String exhibit) {
        ExhibitReference reference = ExhibitCalls.reference(exhibit);
        Actor who = call.actor();
        return switch (Uploads.announced(http)) {
            case Uploads.Announced.Not(Reply.Refused why) -> told(answer, why);
            case Uploads.Announced.As(var announced) -> {
                Answers.orProblem(disclosures.mayTake(who, reference, announced.name()));
                yield told(
                        answer,
                        uploads.create(http, answer, Owner.of(who, reference), announced, taker(who, reference)));
            }
        };
    }

    @RequestMapping(
            path = Paths.UPLOAD,
            method = {RequestMethod.HEAD, RequestMethod.PATCH, RequestMethod.DELETE})
    @Nullable
    ResponseEntity<Void> goOn(
            Call call,
            HttpServletRequest http,
            HttpServletResponse answer,
            @PathVariable String exhibit,
            @PathVariable String upload) {
        ExhibitReference reference = ExhibitCalls.reference(exhibit);
        Actor who = call.actor();
        return told(answer, uploads.goOn(http, answer, Owner.of(who, reference), upload, taker(who, reference)));
    }

    private Taker taker(Actor who, ExhibitReference reference) {
        return (announced, bytes) -> {
            Outcome<ExhibitFile> outcome =
                    disclosures.take(who, reference, announced.name(), Optional.of(announced.sha256()), bytes);
            try {
                Answers.orProblem(outcome);
                return Optional.empty();
            } catch (ApiProblem no) {
                boolean differs = no.complaints().stream()
                        .anyMatch(complaint -> complaint.code().equals(DIFFERS));
                return Optional.of(
                        new Reply.Refused(no.status(), differs ? DIFFERS : no.code(), no.details(), no.complaints()));
            }
        };
    }

    private static @Nullable ResponseEntity<Void> told(HttpServletResponse answer, Reply reply) {
        return switch (reply) {
            case Reply.Done(int status, var headers) -> {
                HttpHeaders told = new HttpHeaders();
                headers.forEach(told::set);
                yield ResponseEntity.status(status).headers(told).build();
            }
            case Reply.Refused _
            when answer.isCommitted() -> {
                // The line broke: nobody is there to be told.
                yield null;
            }
            case Reply.Refused no -> {
                Uploads.headers(no).forEach(answer::setHeader);
                throw problem(no);
            }
        };
    }

    private static ApiProblem problem(Reply.Refused no) {
        if (!no.complaints().isEmpty()) {
            return ApiProblem.wrong(no.code(), no.complaints());
        }
        return no.status() == 423
                ? ApiProblem.later(no.status(), no.code(), SOON)
                : ApiProblem.of(no.status(), no.code(), no.details());
    }
}
