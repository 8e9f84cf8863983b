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
        Ticket::Group(people) => {
            let sum = people * FULL;
            sum.min(5000)
        }
    }
}

fn main() {
    for ticket in [Ticket::Full, Ticket::Child, Ticket::Group(7)] {
        println!("{}", price(&ticket));
    }
}
