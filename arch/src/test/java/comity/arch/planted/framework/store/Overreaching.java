package comity.arch.planted.framework.store;

import org.springframework.core.env.Environment;

public record Overreaching(Environment environment) {}
