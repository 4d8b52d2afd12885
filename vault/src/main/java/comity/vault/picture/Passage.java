package comity.vault.picture;

import java.util.List;

/// A part of the explanation.
public record Passage(String heading, List<String> paragraphs) {
    public Passage {
        paragraphs = List.copyOf(paragraphs);
    }
}
