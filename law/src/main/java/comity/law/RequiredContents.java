package comity.law;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What art. 42(3) asks of a preservation request, (a) to (g).
public final class RequiredContents {
    static final String FILE = "required-contents.json";

    private final Map<String, RequiredContent> contents;
    private final List<RequiredContent> inOrder;

    private RequiredContents(LawField file) {
        contents = file.at("preservation").listBy(RequiredContent::code, RequiredContents::content);
        inOrder = List.copyOf(contents.values());
    }

    static RequiredContents load() {
        return LawFiles.read(FILE, RequiredContents::from);
    }

    static RequiredContents from(LawField file) {
        return new RequiredContents(file);
    }

    private static RequiredContent content(LawField field) {
        return new RequiredContent(
                field.at("code").text(),
                field.at("paragraph").text(),
                field.at("obligation").oneOf(RequiredContent.Obligation.class),
                field.factAround(field.at("article").text()));
    }

    /// In the order of their letters.
    public List<RequiredContent> ofPreservation() {
        return inOrder;
    }

    public Optional<RequiredContent> find(String code) {
        return Optional.ofNullable(contents.get(code));
    }
}
