"""What an observer writes down on both ends of the lines, by triggers of which the platform knows nothing:
each entry that was given, and each move of how far it was received."""

from tests.chaos.books import Books

GIVEN = ("CREATE TABLE seen_given (number INTEGER, kind TEXT, body TEXT)",
         "INSERT INTO seen_given SELECT number, kind, body FROM county_stream_entry",
         "CREATE TRIGGER see_given AFTER INSERT ON county_stream_entry BEGIN "
         "INSERT INTO seen_given VALUES (NEW.number, NEW.kind, NEW.body); END")
RECEIVED = """
CREATE TABLE seen_received (seq bigserial, peer text, epoch int, was bigint, is_now bigint);
CREATE TABLE seen_matter (seq bigserial, node text, id text, epoch int, version bigint);
CREATE FUNCTION see_received() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql AS $$
DECLARE was bigint := 0;
BEGIN
  IF TG_OP = 'UPDATE' THEN was := OLD.received; END IF;
  IF NEW.received <> was THEN
    INSERT INTO seen_received (peer, epoch, was, is_now)
    VALUES (NEW.peer, NEW.their_epoch, was, NEW.received);
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION see_matter() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO seen_matter (node, id, epoch, version) VALUES (NEW.node, NEW.id, NEW.epoch, NEW.version);
  RETURN NEW;
END $$;
CREATE TRIGGER see_received AFTER INSERT OR UPDATE ON province_stream FOR EACH ROW
  EXECUTE FUNCTION see_received();
CREATE TRIGGER see_matter AFTER INSERT OR UPDATE ON province_matter FOR EACH ROW
  EXECUTE FUNCTION see_matter();
"""


def at_node(books: Books) -> None:
    """Before the hub takes anything of it."""
    for statement in GIVEN:
        books.write("county", statement)


def at_hub(books: Books) -> None:
    """Before any node is registered."""
    books.write("province", RECEIVED)
