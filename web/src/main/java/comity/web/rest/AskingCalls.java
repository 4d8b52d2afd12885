package comity.web.rest;

import comity.api.act.Answer;
import comity.api.act.AskExtension;
import comity.api.act.ChooseRisk;
import comity.api.act.LinkMla;
import comity.api.act.Withdraw;
import comity.api.contract.Paths;
import comity.requests.form.Documents;
import comity.requests.preservation.Asking;
import comity.requests.preservation.Risk;
import comity.requests.preservation.Target;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the requesting State does after sending.
@RestController
public class AskingCalls {
    private final Asking asking;
    private final CaseTeller teller;
    private final Documents documents;

    public AskingCalls(Asking asking, CaseTeller teller, Documents documents) {
        this.asking = asking;
        this.teller = teller;
        this.documents = documents;
    }

    @PostMapping(Paths.ANSWER)
    ResponseEntity<byte[]> answer(Call call, @PathVariable String request) {
        Answer given = call.body(Answer.class);
        return teller.outgoing(
                call, asking.answer(call.actor(), target(call, request), raw(given.fields()), orEmpty(given.note())));
    }

    /// The answered fields come by pointer. A value that is itself a list or an object is opened up below its
    /// pointer.
    private Map<String, String> raw(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> below(field.getKey(), field.getValue()).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (_, second) -> second));
    }

    private Map<String, String> below(String pointer, Object value) {
        if (value instanceof String text) {
            return Map.of(pointer, text);
        }
        // Wrapped in its own path, so that lists of words and times are read as in a whole document.
        Object wrapped = value;
        String[] steps = pointer.split("/");
        for (int i = steps.length - 1; i > 0; i--) {
            wrapped = Map.of(steps[i], wrapped);
        }
        return wrapped instanceof Map<?, ?> map ? documents.flatten(stringKeys(map)) : Map.of();
    }

    private static Map<String, Object> stringKeys(Map<?, ?> map) {
        return map.entrySet().stream()
                .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue));
    }

    @PostMapping(Paths.CHOOSE_RISK)
    ResponseEntity<byte[]> chooseRisk(Call call, @PathVariable String request) {
        ChooseRisk chosen = call.body(ChooseRisk.class);
        Risk.Choice choice = Words.choice(Risk.Choice.values(), Risk.Choice::code, chosen.choice());
        return teller.outgoing(
                call, asking.choose(call.actor(), target(call, request), choice, orEmpty(chosen.note())));
    }

    @PostMapping(Paths.ASK_EXTENSION)
    ResponseEntity<byte[]> askExtension(Call call, @PathVariable String request) {
        AskExtension asked = call.body(AskExtension.class);
        return teller.outgoing(
                call, asking.askExtension(call.actor(), target(call, request), asked.days(), asked.reason()));
    }

    @PostMapping(Paths.LINK_MLA)
    ResponseEntity<byte[]> linkMla(Call call, @PathVariable String request) {
        LinkMla link = call.body(LinkMla.class);
        return teller.outgoing(call, asking.linkMla(call.actor(), target(call, request), link.mlaReference()));
    }

    @PostMapping(Paths.WITHDRAW)
    ResponseEntity<byte[]> withdraw(Call call, @PathVariable String request) {
        Withdraw withdrawal = call.body(Withdraw.class);
        return teller.outgoing(call, asking.withdraw(call.actor(), target(call, request), withdrawal.reason()));
    }

    /// Which case an act is about, and in which version the caller saw it.
    static Target target(Call call, String request) {
        return new Target(Call.reference(request), call.version());
    }

    static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }
}
