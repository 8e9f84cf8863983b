fn spare(seats: usize, guests: usize) -> usize {
    seats - guests
}

fn main() {
    let guests = std::env::args().count() + 4;
    println!("{}", spare(2, guests));
}
