package comity.web.law;

import comity.web.Page;
import java.util.List;

/// Offences of the Convention by the articles that they stand in.
public final class Articles {
    private static final String OF_THE_CONVENTION = "unc.";

    private Articles() {}

    /// @param offences such as `unc.7`; one of another treaty keeps its id
    public static String of(List<String> offences, Page page) {
        return page.all(offences.stream()
                .map(id -> id.startsWith(OF_THE_CONVENTION)
                        ? page.t("law.cite", "provision", id.substring(OF_THE_CONVENTION.length()))
                        : id)
                .toList());
    }
}
