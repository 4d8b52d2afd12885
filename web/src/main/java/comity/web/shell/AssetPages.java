package comity.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Serves the assets.
@Controller
public class AssetPages {
    private final Assets assets;

    public AssetPages(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{name}")
    ResponseEntity<byte[]> asset(HttpServletRequest call) {
        return assets.at(call.getRequestURI())
                .map(asset -> answer(asset, acceptsGzip(call)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> answer(Assets.Asset asset, boolean compressed) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return compressed
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.compressed())
                : answer.body(asset.plain());
    }

    private static boolean acceptsGzip(HttpServletRequest call) {
        String accepted = call.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }
}
