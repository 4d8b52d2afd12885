package comity.requests.preservation;

import comity.kernel.Complaint;
import comity.requests.Outcome;
import comity.safeguards.Ground;
import comity.safeguards.Ruling;
import java.util.List;
import java.util.Map;

/// Ways to say "no" as an outcome.
final class Refusals {
    /// The event word of a step that was done before and is not written again.
    static final String ALREADY = "already";

    private Refusals() {}

    static <T> Outcome<T> complaint(String pointer, String code) {
        return complaints(List.of(Complaint.blocks(pointer, code)));
    }

    static <T> Outcome<T> complaints(List<Complaint> complaints) {
        return new Outcome.NotAllowed<>("act-incomplete", complaints);
    }

    /// All grounds of the safeguards at once, each with its provision.
    static <T> Outcome<T> forbidden(Ruling.Forbidden ruling) {
        return new Outcome.NotAllowed<>(
                ruling.ground().code(),
                ruling.grounds().stream().map(Refusals::complaint).toList());
    }

    private static Complaint complaint(Ground ground) {
        return Complaint.blocks("", ground.code()).with(Map.of("provision", ground.provision()));
    }
}
