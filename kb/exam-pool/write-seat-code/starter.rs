#[derive(Debug, PartialEq)]
enum SeatError {
    Empty,
    BadLetter,
    BadRow,
}

fn parse_seat(code: &str) -> Result<(u8, char), SeatError> {
    todo!()
}

fn main() {
    for code in ["12C", " 7f ", "61A", "12", ""] {
        println!("{:?}", parse_seat(code));
    }
}
