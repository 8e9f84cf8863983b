mod garden {
    fn water() -> u32 {
        3
    }

    mod beds {
        pub fn rose() -> u32 {
            super::water() + 1
        }
    }

    pub use beds::rose;
}

fn main() {
    println!("{}", garden::rose());
}
