package comity.web.rest;

import comity.api.Link;
import comity.api.contract.Operation;
import comity.api.request.Draft;
import comity.api.request.Reading;
import comity.api.request.RequestForm;
import comity.api.request.Task;
import comity.kernel.Language;
import comity.requests.form.Documents;
import comity.requests.form.Field;
import comity.requests.form.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A draft, and what the form makes of it, told to a program.
public final class DraftTold {
    private final Speech speech;
    private final Form form;
    private final Documents documents;

    public DraftTold(Speech speech, Form form, Documents documents) {
        this.speech = speech;
        this.form = form;
        this.documents = documents;
    }

    Draft draft(
            Language language, comity.requests.preservation.Draft draft, comity.requests.preservation.Reading reading) {
        String reference = draft.reference().toString();
        return new Draft(
                draft.id().toString(),
                reference,
                draft.requested().code(),
                draft.language().tag(),
                draft.version(),
                draft.savedAt(),
                draft.asked(),
                ApiJson.object(documents.nest(draft.raw())),
                reading(language, reading, Optional.of(draft.requested().code())),
                List.of(new Link("self", Operation.READ_DRAFT.at(reference))));
    }

    Reading reading(Language language, comity.requests.preservation.Reading reading, Optional<String> requestedState) {
        return new Reading(
                reading.isSendable(),
                speech.objections(language, reading.complaints()),
                requestedState
                        .map(state -> speech.completeness(language, reading.completeness(), state))
                        .orElse(null),
                speech.completeness(language, reading.completenessForAny(), null),
                tasks(speech, language, form, reading.tasks()));
    }

    /// How far each part of a form is.
    static List<Task> tasks(
            Speech speech, Language language, Form form, Map<Integer, comity.requests.form.Task.Status> far) {
        return form.tasks().stream()
                .map(task -> new Task(
                        task.number(),
                        speech.say(language, "form.task." + task.code(), task.code()),
                        far.getOrDefault(task.number(), comity.requests.form.Task.Status.NOT_STARTED)
                                .code()))
                .toList();
    }

    RequestForm.Field field(Language language, Field field) {
        return field(speech, language, field);
    }

    static RequestForm.Field field(Speech speech, Language language, Field field) {
        return new RequestForm.Field(
                field.pointer(),
                field.task(),
                field.kind().code(),
                speech.field(language, field),
                speech.hint(language, field).orElse(null),
                field.needed(),
                Tell.orNothing(field.article()),
                field.choices(),
                field.when()
                        .map(condition -> condition.pointer() + " = " + String.join(" | ", condition.in()))
                        .orElse(null),
                field.tcy() == 0 ? null : field.tcy(),
                field.longest());
    }
}
