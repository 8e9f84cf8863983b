pub enum Chain {
    Link(i32, Box<Chain>),
    End,
}

pub fn sum(chain: &Chain) -> i32 {
    match chain {
        Chain::Link(n, rest) => sum(rest).max(*n),
        Chain::End => 0,
    }
}

pub fn chain(numbers: &[i32]) -> Chain {
    match numbers {
        [] => Chain::End,
        [first, rest @ ..] => Chain::Link(*first, Box::new(chain(rest))),
    }
}
