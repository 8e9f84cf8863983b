pub fn sign(open: bool) -> &'static str {
    /* the old texts /* from 1999 */ /* were longer */
    if open { "come in" } else { "closed" }
}
