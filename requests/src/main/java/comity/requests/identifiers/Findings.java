package comity.requests.identifiers;

import comity.kernel.Complaint;
import comity.kernel.Complaint.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a check has found so far. One for each check; handed from step to step and closed with [#done].
final class Findings {
    private final IdentifierType type;
    private final IdentifierContext context;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final List<Lookalike> lookalikes = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private String normalised;
    private @Nullable String decoded;
    private boolean keepable = true;

    Findings(IdentifierType type, String typed, IdentifierContext context) {
        this.type = type;
        this.context = context;
        this.normalised = typed;
    }

    IdentifierContext context() {
        return context;
    }

    String normalised() {
        return normalised;
    }

    Findings normalised(String text) {
        normalised = text;
        return this;
    }

    /// Another form to show beside it.
    Findings decoded(String text) {
        decoded = text;
        return this;
    }

    Findings part(String name, String value) {
        parts.put(name, value);
        return this;
    }

    Findings lookalikes(List<Lookalike> found) {
        lookalikes.addAll(found);
        return this;
    }

    /// The typed text must not be stored.
    Findings notKeepable() {
        keepable = false;
        return this;
    }

    /// Complains about the value. Details come as name, text, name, text.
    Findings blocks(String code, String... details) {
        return at("value", Weight.BLOCKS, code, details);
    }

    Findings warns(String code, String... details) {
        return at("value", Weight.WARNS, code, details);
    }

    Findings advises(String code, String... details) {
        return at("value", Weight.ADVISES, code, details);
    }

    /// Complains about a field beside the value, for example `port`.
    Findings at(String field, Weight weight, String code, String... details) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            named.put(details[i], details[i + 1]);
        }
        complaints.add(new Complaint(context.at(field), code, weight, named));
        return this;
    }

    Checked done() {
        return new Checked(type, normalised, Optional.ofNullable(decoded), parts, keepable, lookalikes, complaints);
    }
}
