package comity.arch.planted.framework;

import org.springframework.core.env.Environment;

public record Framed(Environment environment) {}
