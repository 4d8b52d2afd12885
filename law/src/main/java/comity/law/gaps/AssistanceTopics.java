package comity.law.gaps;

import comity.law.BrokenLawFile;
import comity.law.LawField;
import comity.law.LawFiles;
import java.util.HashMap;
import java.util.Map;

/// Which kind of technical assistance a gap may be linked to.
public final class AssistanceTopics {
    static final String FILE = "assistance-topics.json";

    private final Map<String, String> byOffence = new HashMap<>();

    private AssistanceTopics(LawField file) {
        file.at("source").fact(LawField::text);
        file.at("topics").list(field -> {
            String topic = field.at("topic").text();
            return field.at("offences").list(offence -> {
                if (byOffence.put(offence.text(), topic) != null) {
                    throw offence.broken("is under two topics");
                }
                return topic;
            });
        });
    }

    /// @throws BrokenLawFile when the file is not whole; the message names file and field
    public static AssistanceTopics load() {
        return LawFiles.read(FILE, AssistanceTopics::from);
    }

    static AssistanceTopics from(LawField file) {
        return new AssistanceTopics(file);
    }

    /// @throws IllegalArgumentException for an offence that has none
    String of(String offence) {
        String topic = byOffence.get(offence);
        if (topic == null) {
            throw new IllegalArgumentException("No topic for " + offence);
        }
        return topic;
    }
}
