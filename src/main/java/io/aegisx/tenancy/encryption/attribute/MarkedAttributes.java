package io.aegisx.tenancy.encryption.attribute;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.metamodel.spi.MappingMetamodelImplementor;
import org.hibernate.persister.entity.EntityPersister;

/** The marked attributes of all entities, read once. */
@ApplicationScoped
class MarkedAttributes {

  private final Map<String, List<MarkedAttribute>> byEntity = new ConcurrentHashMap<>();

  void read(MappingMetamodelImplementor metamodel) {
    metamodel.forEachEntityDescriptor(
        persister -> byEntity.put(persister.getEntityName(), marked(persister)));
  }

  /** Those of one entity; none for most. */
  List<MarkedAttribute> of(EntityPersister persister) {
    return byEntity.getOrDefault(persister.getEntityName(), List.of());
  }

  /** Those of all entities. */
  List<MarkedAttribute> all() {
    return byEntity.values().stream().flatMap(List::stream).toList();
  }

  private static List<MarkedAttribute> marked(EntityPersister persister) {
    List<MarkedAttribute> marked = new ArrayList<>();
    List<String> names = Arrays.asList(persister.getPropertyNames());
    for (int position = 0; position < names.size(); position++) {
      int at = position;
      annotation(persister, names.get(position))
          .ifPresent(encrypted -> marked.add(attribute(persister, names, at, encrypted)));
    }
    return List.copyOf(marked);
  }

  private static Optional<Encrypted> annotation(EntityPersister persister, String attribute) {
    try {
      Field field = persister.getMappedClass().getDeclaredField(attribute);
      return Optional.ofNullable(field.getAnnotation(Encrypted.class));
    } catch (NoSuchFieldException inherited) {
      return Optional.empty();
    }
  }

  private static MarkedAttribute attribute(
      EntityPersister persister, List<String> names, int position, Encrypted encrypted) {
    String name = names.get(position);
    if (!persister.getPropertyTypes()[position].getReturnedClass().equals(String.class)) {
      throw new IllegalStateException(persister.getEntityName() + "." + name + " is no String");
    }
    int index = names.indexOf(encrypted.blindIndex());
    if (index < 0 && !encrypted.blindIndex().isEmpty()) {
      throw new IllegalStateException(
          persister.getEntityName() + " has no attribute " + encrypted.blindIndex());
    }
    return new MarkedAttribute(
        persister.getIdentifierTableName(),
        column(persister, name),
        position,
        index,
        index < 0 ? Optional.empty() : Optional.of(column(persister, names.get(index))));
  }

  private static String column(EntityPersister persister, String attribute) {
    return persister.findAttributeMapping(attribute).getSelectable(0).getSelectionExpression();
  }
}
