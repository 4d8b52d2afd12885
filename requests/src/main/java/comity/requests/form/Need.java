package comity.requests.form;

import java.util.Map;

/// What a State says it needs in a request.
///
/// @param pattern the field, with `*` for each entry of a group
/// @param required false when it will only probably ask
/// @param reasons why, by language tag
public record Need(String pattern, boolean required, Map<String, String> reasons) {
    public Need {
        reasons = Map.copyOf(reasons);
    }
}
