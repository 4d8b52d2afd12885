package comity.web.registry;

import comity.directory.Entry;
import comity.directory.ListVersion;
import comity.kernel.Fingerprint;
import comity.kernel.Language;
import comity.web.Messages;
import comity.web.Page;
import comity.web.WebSettings;
import comity.web.shell.Assets;
import comity.web.shell.Pages;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers `/` and the assets it needs; everything else goes on.
public final class RegistryPage implements Filter {
    private static final String TEMPLATE = "registry/list.jte";
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; "
            + "frame-ancestors 'none'; base-uri 'none'";

    private final Pages pages;
    private final Assets assets = new Assets();
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Supplier<Edition> newest;

    /// The list as it stands.
    ///
    /// @param key the fingerprint of the key that it is signed with
    public record Edition(ListVersion version, List<Entry> entries, Fingerprint key) {
        public Edition {
            entries = List.copyOf(entries);
        }
    }

    /// @param newest asked again for every reader
    public RegistryPage(WebSettings settings, Clock clock, Supplier<Edition> newest) {
        this.pages = new Pages(settings, Messages.load(), assets, clock);
        this.newest = newest;
    }

    @Override
    public void doFilter(ServletRequest servletCall, ServletResponse servletAnswer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest call = (HttpServletRequest) servletCall;
        HttpServletResponse answer = (HttpServletResponse) servletAnswer;
        Optional<Assets.Asset> asset = assets.at(call.getRequestURI());
        if (asset.isPresent()) {
            answer.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            answer.setHeader("Content-Encoding", "gzip");
            write(answer, asset.get().type(), asset.get().compressed());
        } else if (call.getRequestURI().equals("/")) {
            show(page(call), answer);
        } else {
            chain.doFilter(call, answer);
        }
    }

    private void show(Page page, HttpServletResponse answer) throws IOException {
        Edition edition = newest.get();
        LocalDate today = LocalDate.ofInstant(page.now(), ZoneOffset.UTC);
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render(TEMPLATE, Map.of("page", page, "edition", edition, "today", today), html);
        answer.setHeader("Content-Language", page.language().tag());
        answer.setHeader("Content-Security-Policy", POLICY);
        answer.setHeader("Cache-Control", "no-store");
        write(answer, "text/html;charset=UTF-8", html.toByteArray());
    }

    private static void write(HttpServletResponse answer, String type, byte[] body) throws IOException {
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setContentType(type);
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }

    /// The reader's language is what the address asks for, so that switching it needs no form and no cookie.
    private Page page(HttpServletRequest call) {
        Page page = pages.of(call);
        return Optional.ofNullable(call.getParameter("lang"))
                .flatMap(Language::ofTag)
                .map(page::in)
                .orElse(page);
    }
}
