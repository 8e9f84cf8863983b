struct Seat {
    row: char,
    number: u8,
}

fn main() {
    let seat = Seat { row: 'C', number: 14 };
    println!("row {} number {}", seat.row, seat.number);
    println!("your seat: {}", seat);
}
