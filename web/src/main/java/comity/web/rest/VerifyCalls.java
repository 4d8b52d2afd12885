package comity.web.rest;

import comity.api.contract.Paths;
import comity.api.node.Paper;
import comity.api.node.Verdict;
import comity.kernel.Complaint;
import comity.kernel.Fingerprint;
import comity.kernel.RequestReference;
import comity.requests.preservation.Verification;
import comity.web.verify.Papers;
import comity.web.verify.VerifyLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether a paper is genuine. Shares its limit with the public page, so that neither is a way round the other.
@RestController
public class VerifyCalls {
    private final Papers papers;
    private final VerifyLimit limit;
    private final Speech speech;

    public VerifyCalls(Papers papers, VerifyLimit limit, Speech speech) {
        this.papers = papers;
        this.limit = limit;
        this.speech = speech;
    }

    @PostMapping(Paths.VERIFY)
    ResponseEntity<byte[]> verify(Call call) {
        if (!limit.admits(call.remoteAddress())) {
            throw ApiProblem.later(429, "too-many", Duration.ofSeconds(60));
        }
        Paper paper = call.body(Paper.class);
        List<Complaint> complaints = new ArrayList<>();
        Optional<RequestReference> reference = RequestReference.parse(paper.reference());
        if (reference.isEmpty()) {
            complaints.add(Complaint.blocks("/reference", "not-a-reference"));
        }
        Optional<Fingerprint> fingerprint = fingerprint(paper.fingerprint());
        if (fingerprint.isEmpty()) {
            complaints.add(Complaint.blocks("/fingerprint", "not-a-fingerprint"));
        }
        if (!complaints.isEmpty()) {
            throw ApiProblem.wrong("body-wrong", complaints);
        }
        return Answers.of(call, told(call, papers.verify(reference.orElseThrow(), fingerprint.orElseThrow())));
    }

    private static Optional<Fingerprint> fingerprint(String typed) {
        try {
            return Optional.of(Fingerprint.parse(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Verdict told(Call call, Verification verification) {
        return switch (verification) {
            case Verification.NotGenuine _ ->
                new Verdict("not-genuine", text(call, "not-genuine"), null, null, null, null);
            case Verification.Genuine genuine ->
                new Verdict(
                        genuine.status(),
                        text(call, genuine.status().equals("active") ? genuine.scope() : genuine.status()),
                        genuine.requesting().code(),
                        genuine.requested().code(),
                        genuine.signedAt(),
                        genuine.ends().orElse(null));
        };
    }

    private String text(Call call, String result) {
        return speech.say(call.language(), "api.verdict." + result, result);
    }
}
