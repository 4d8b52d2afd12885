package comity.papers;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import java.text.Normalizer;
import java.util.regex.Pattern;

/// Joins Arabic letters. Where a letter stands alone, the letter itself is taken: fonts have it, while
/// few have the sign that Unicode keeps for a letter which stands alone.
final class Arabic implements BidiReorderer {
    /// The presentation forms of letters that stand alone.
    private static final Pattern ALONE =
            Pattern.compile("[\\uFE80\\uFE81\\uFE83\\uFE85\\uFE87\\uFE89\\uFE8D\\uFE8F\\uFE93"
                    + "\\uFE95\\uFE99\\uFE9D\\uFEA1\\uFEA5\\uFEA9\\uFEAB\\uFEAD\\uFEAF\\uFEB1\\uFEB5\\uFEB9\\uFEBD\\uFEC1\\uFEC5"
                    + "\\uFEC9\\uFECD\\uFED1\\uFED5\\uFED9\\uFEDD\\uFEE1\\uFEE5\\uFEE9\\uFEED\\uFEEF\\uFEF1]");

    private final BidiReorderer reorderer = new ICUBidiReorderer();

    @Override
    public String reorderRTLTextToLTR(String text) {
        return reorderer.reorderRTLTextToLTR(text);
    }

    @Override
    public String shapeText(String text) {
        return ALONE.matcher(reorderer.shapeText(text))
                .replaceAll(letter -> Normalizer.normalize(letter.group(), Normalizer.Form.NFKC));
    }

    @Override
    public String deshapeText(String text) {
        return reorderer.deshapeText(text);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }
}
