fn main() {
    let rows = 4;
    let seats = [0u8; rows];
    println!("{} seats", seats.len());

    let booked: Vec<usize> = seats
        .iter()
        .enumerate()
        .filter(|(i, s)| **s == 0 && i % 2 == 1)
        .map(|(i, _)| i)
        .collect();
    println!("{:?}", booked);
}
