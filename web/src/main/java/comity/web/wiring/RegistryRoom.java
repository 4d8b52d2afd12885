package comity.web.wiring;

import comity.web.directory.CardPages;
import comity.web.directory.DirectoryPages;
import comity.web.exhibit.FileForms;
import comity.web.registry.DisputePages;
import comity.web.registry.EditionPages;
import comity.web.registry.ProposalPages;
import comity.web.registry.RegisterPages;
import comity.web.rest.wiring.DoorRoom;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// All pages of the registry, and the calls about the law. Whoever imports this hands in, as beans, the `Editions`, the
/// `Proposals`, the `Directory`, the `Law` and the `LivingLaw`, a `Clock`, a `Transactions` and the
/// `WebSettings`.
@Configuration(proxyBeanMethods = false)
@Import({
    DoorRoom.class,
    PeopleRoom.class,
    LawRoom.class,
    EditionPages.class,
    RegisterPages.class,
    ProposalPages.class,
    DisputePages.class,
    DirectoryPages.class,
    CardPages.class,
})
public class RegistryRoom {
    @Bean
    OpenPaths lawForEverybody() {
        return OpenPaths.LAW;
    }

    /// Who is party and whom to call is public; telephone numbers are shown to those who sign in.
    @Bean
    OpenPaths listForEverybody() {
        return new OpenPaths(List.of("/editions", "/registers", "/registers/**", "/directory", "/directory/**"));
    }

    @Bean
    FilterRegistrationBean<FileForms> fileForms() {
        return FileForms.before("/proposals/*");
    }
}
