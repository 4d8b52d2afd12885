package comity.requests.preservation;

import comity.requests.form.Answers;
import comity.requests.form.Circumstances;
import comity.requests.form.Form;
import comity.requests.form.Kind;
import comity.requests.form.Times;
import java.util.HashMap;
import java.util.Map;

/// Writes beside each time the instant that it means, so that the other State sees what was read and can compare.
final class Instants {
    private final Form form;
    private final Circumstances circumstances;

    Instants(Form form, Circumstances circumstances) {
        this.form = form;
        this.circumstances = circumstances;
    }

    Map<String, String> addedTo(Map<String, String> document) {
        Answers answers = new Answers(document);
        Map<String, String> added = new HashMap<>(document);
        form.fields()
                .filter(field -> field.kind() == Kind.TIME)
                .flatMap(field -> form.places(field, answers))
                .forEach(place -> Times.written(answers, place, circumstances)
                        .ifPresent(time ->
                                added.put(place + "/instant", time.instant().toString())));
        return added;
    }
}
