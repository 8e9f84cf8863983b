enum Ticket {
    Full,
    Child,
    Group(u32),
}

const FULL: u32 = 900;

fn price(ticket: &Ticket) -> u32 {
    match ticket {
        Ticket::Full => FULL,
        Ticket::Child => FULL / 2,
        Ticket::Group(people) => people * FULL,
    }
}

fn main() {}
