package comity.benchmarks;

/// One measured number with its name, so that other programs can read it and another section can be compared with it.
///
/// @param name words joined by dots, from general to particular, such as `as4.64.letters`
/// @param unit what one is: `1/s`, `ms`, `MB`, `ratio`
public record Figure(String name, double value, String unit) {}
