package comity.requests.emergency;

import comity.requests.form.Answers;
import comity.requests.form.Circumstances;
import comity.requests.form.Form;
import comity.requests.form.Kind;
import comity.requests.form.Times;
import comity.requests.preservation.OutgoingCase;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What goes from one document into another, so that nothing is typed twice at night.
final class EmergencyTexts {
    static final String PRESERVATION = "/preservation";

    private EmergencyTexts() {}

    /// What a preservation request of ours has said already and this form asks, too.
    static Map<String, String> takenOver(Form form, OutgoingCase earlier) {
        Map<String, String> known = new HashMap<>();
        earlier.document().forEach((pointer, text) -> {
            if (form.field(pointer).isPresent()) {
                known.put(pointer, text);
            }
        });
        known.put(PRESERVATION, earlier.reference().toString());
        return known;
    }

    /// Beside each time the instant that it means, so that the other State can compare.
    static Map<String, String> withInstants(Form form, Circumstances circumstances, Map<String, String> document) {
        Map<String, String> complete = new HashMap<>(document);
        Answers answers = new Answers(document);
        form.fields()
                .filter(field -> field.kind() == Kind.TIME)
                .flatMap(field -> form.places(field, answers))
                .forEach(place -> Times.written(answers, place, circumstances)
                        .ifPresent(time ->
                                complete.put(place + "/instant", time.instant().toString())));
        return complete;
    }

    static Optional<String> preservation(Map<String, String> document) {
        return Optional.ofNullable(document.get(PRESERVATION)).filter(text -> !text.isBlank());
    }

    /// The letter names the earlier request beside the document.
    static Map<String, String> withoutPreservation(Map<String, String> document) {
        Map<String, String> rest = new HashMap<>(document);
        rest.remove(PRESERVATION);
        return rest;
    }
}
