//! Who goes outside: the only outbound network. This room must never decide what is sent or what an answer means:
//! it carries parcels, within limits, and only where it may go. Start reading at `Errand`.
