package comity.web.exhibit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands before the door, and reads of a form with files only the fields: the door asks for the form's
/// token, and looks for it among them. To everybody behind, it is a form as any other, whose files are
/// asked for by [FileForm#of].
public final class FileForms extends OncePerRequestFilter {
    /// Spring Boot puts the security chain at -100.
    private static final int BEFORE_THE_DOOR = -101;

    /// Set up for the forms below a path, before the security chain, which looks for the form's token among its fields.
    ///
    /// @param paths for example `/exhibits/*`
    public static FilterRegistrationBean<FileForms> before(String paths) {
        FilterRegistrationBean<FileForms> registration = new FilterRegistrationBean<>(new FileForms());
        registration.addUrlPatterns(paths);
        registration.setOrder(BEFORE_THE_DOOR);
        return registration;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest call) {
        String type = call.getContentType();
        return !call.getMethod().equals("POST")
                || type == null
                || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest call, HttpServletResponse answer, FilterChain next)
            throws ServletException, IOException {
        FileForm form;
        try {
            form = FileForm.read(call);
        } catch (IOException e) {
            answer.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        next.doFilter(new Plain(call, form.fields()), answer);
    }

    /// The call as one of a form without files.
    private static final class Plain extends HttpServletRequestWrapper {
        private final Map<String, String[]> parameters = new LinkedHashMap<>();

        Plain(HttpServletRequest call, Map<String, String> fields) {
            super(call);
            fields.forEach((name, value) -> parameters.put(name, new String[] {value}));
        }

        @Override
        public String getContentType() {
            return MediaType.APPLICATION_FORM_URLENCODED_VALUE;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase("Content-Type") ? getContentType() : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase("Content-Type")
                    ? Collections.enumeration(List.of(getContentType()))
                    : super.getHeaders(name);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }
    }
}
