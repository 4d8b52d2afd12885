package comity.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The words that a text may be today. It is written into the published description and checked by nobody else: a
/// later version may add a word, and a program that does not know it shows it as it is.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Words {
    /// The words, in the order in which a person should read them.
    String[] value();
}
