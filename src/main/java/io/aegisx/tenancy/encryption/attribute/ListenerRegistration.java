package io.aegisx.tenancy.encryption.attribute;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.reactive.mutiny.Mutiny;

/** Has Hibernate call the listeners. It opens no session. */
@ApplicationScoped
class ListenerRegistration {

  private final Mutiny.SessionFactory factory;
  private final MarkedAttributes attributes;
  private final AttributeListeners listeners;

  ListenerRegistration(
      Mutiny.SessionFactory factory, MarkedAttributes attributes, AttributeListeners listeners) {
    this.factory = factory;
    this.attributes = attributes;
    this.listeners = listeners;
  }

  void register(@Observes StartupEvent event) {
    SessionFactoryImplementor orm =
        ((MappingMetamodel) factory.getMetamodel()).getTypeConfiguration().getSessionFactory();
    attributes.read(orm.getMappingMetamodel());
    EventListenerRegistry registry = orm.getEventEngine().getListenerRegistry();
    registry.appendListeners(EventType.PRE_INSERT, listeners);
    registry.appendListeners(EventType.POST_INSERT, listeners);
    registry.appendListeners(EventType.PRE_UPDATE, listeners);
    registry.appendListeners(EventType.POST_UPDATE, listeners);
    // Before Hibernate's own listener hands the state to the entity.
    registry.prependListeners(EventType.PRE_LOAD, listeners);
  }
}
