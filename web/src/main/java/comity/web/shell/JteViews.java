package comity.web.shell;

import comity.web.Page;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Finds the compiled template of a view's name. A page is rendered whole before the first byte goes out, so a fault in
/// a template gives a problem page and never half a page.
public final class JteViews implements ViewResolver, Ordered {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return engine.hasTemplate(template) ? new JteView(engine, template) : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private record JteView(TemplateEngine engine, String template) implements View {
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest call, HttpServletResponse answer)
                throws Exception {
            Map<String, Object> parameters = new HashMap<>(model == null ? Map.of() : model);
            parameters.keySet().retainAll(engine.getParamInfo(template).keySet());
            Utf8ByteOutput page = new Utf8ByteOutput();
            engine.render(template, parameters, page);
            answer.setContentType(getContentType());
            if (parameters.get("page") instanceof Page shown) {
                answer.setHeader(HttpHeaders.CONTENT_LANGUAGE, shown.language().tag());
            }
            answer.setContentLength(page.getContentLength());
            page.writeTo(answer.getOutputStream());
        }
    }
}
