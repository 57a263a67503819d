package io.aegisx.tenancy.encryption.attribute;

import io.aegisx.tenancy.encryption.Keyring;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreLoadEvent;
import org.hibernate.event.spi.PreLoadEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Puts ciphertext into what Hibernate is about to write, and plaintext into what it has read. The
 * entity itself, and what later changes are compared with, hold plaintext.
 */
@ApplicationScoped
class AttributeListeners
    implements PreInsertEventListener,
        PostInsertEventListener,
        PreUpdateEventListener,
        PostUpdateEventListener,
        PreLoadEventListener {

  private static final long serialVersionUID = 1L;

  private final transient MarkedAttributes attributes;
  private final transient CurrentKeys keys;

  AttributeListeners(MarkedAttributes attributes, CurrentKeys keys) {
    this.attributes = attributes;
    this.keys = keys;
  }

  @Override
  public boolean onPreInsert(PreInsertEvent event) {
    seal(event.getPersister(), event.getId(), event.getState());
    return false;
  }

  @Override
  public boolean onPreUpdate(PreUpdateEvent event) {
    seal(event.getPersister(), event.getId(), event.getState());
    return false;
  }

  @Override
  public void onPostInsert(PostInsertEvent event) {
    open(event.getPersister(), event.getId(), event.getState());
  }

  @Override
  public void onPostUpdate(PostUpdateEvent event) {
    open(event.getPersister(), event.getId(), event.getState());
  }

  @Override
  public void onPreLoad(PreLoadEvent event) {
    open(event.getPersister(), event.getId(), event.getState());
  }

  @Override
  public boolean requiresPostCommitHandling(EntityPersister persister) {
    return false;
  }

  private void seal(EntityPersister persister, Object id, @Nullable Object[] state) {
    for (MarkedAttribute attribute : attributes.of(persister)) {
      if (state[attribute.position()] instanceof String plain) {
        state[attribute.position()] =
            keys.areThere() ? attribute.seal(keys.now(), id, plain) : SealedText.plain(plain);
        writeIndex(attribute, plain, state);
      }
    }
  }

  private void writeIndex(MarkedAttribute attribute, String plain, @Nullable Object[] state) {
    if (attribute.indexPosition() >= 0) {
      state[attribute.indexPosition()] =
          keys.areThere() ? attribute.blindIndex(keys.now(), plain) : null;
    }
  }

  private void open(EntityPersister persister, Object id, @Nullable Object[] state) {
    for (MarkedAttribute attribute : attributes.of(persister)) {
      if (state[attribute.position()] instanceof String column) {
        state[attribute.position()] = open(attribute, id, column);
      }
    }
  }

  private String open(MarkedAttribute attribute, Object id, String column) {
    Optional<byte[]> ciphertext = SealedText.ciphertext(column);
    if (ciphertext.isEmpty()) {
      return SealedText.text(column);
    }
    Keyring current = keys.now();
    return attribute.open(current, id, ciphertext.get());
  }
}
