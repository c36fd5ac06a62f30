# A week in two offices, as a supervisor could tell it. northside is in Chicago, eastside in New York, an hour ahead;
# all times are northside's unless a line says eastside. sue supervises both, mia and max are managers. Anna, Ben and
# Carla work at northside (mailboxes 101, 102, 103; Anna and Ben share 199), Dora at eastside (201; she and Carla
# share 299). Thanksgiving is a holiday of both, the Friday after it of northside only.
monitored from 2026-11-23
holiday 2026-11-26 at northside and eastside
holiday 2026-11-27 at northside

monday 2026-11-23
08:00  anna's greeting promises a call between 15:00 and 16:00
08:05  ben's greeting states no hours
08:20  ben's greeting promises a call between 09:00 and 17:00
09:10  M1 is left in 101 by 0217000031
09:30  M2 is left in 102 by 0217000032
10:00  ben calls 0217000032 and talks 40 s
# Anna is busy: her promise is missed, the deadline is kept.
16:20  anna calls 0217000031 and talks 65 s
16:50  M3 is left in 201 by 0217000033
16:55  the mailboxes are listed
17:20  sue signs northside
# Eastside closes an hour earlier by northside's clock: M3 came after its close and is due on Tuesday.
17:25  sue signs eastside

tuesday 2026-11-24
08:00  sue records that anna is away, and nobody covers
08:30  M4 is left in 101 by 0217000034
09:30  sue names ben to answer 101
10:00  sue attests that anna's greeting says she is back on 2026-11-25, key 0
11:00  dora calls 0217000033, who does not answer for 20 s
11:30  M5 is left in 299 by 0217000035
12:00  mia says that carla leaves northside
13:00  M6 is left in 103 by 0217000036
14:00  ben calls 0217000034 and talks 30 s
14:30  sue names anna to answer 103
15:30  dora calls 0217000035 and talks 30 s
15:40  sue requests that 103 is disconnected
15:45  mia confirms that 103 is disconnected
15:55  the mailboxes are listed
16:55  the mailboxes are listed
17:10  sue signs northside except M6
17:15  sue signs eastside

wednesday 2026-11-25
08:00  sue records that anna is back
08:10  anna's greeting promises a call between 15:00 and 16:00
09:00  anna calls 0217000036 and talks 30 s
09:05  the telephone system has mailboxes 101 102 199 201 299
09:10  mia confirms that 103 is disconnected
10:00  mia says that ben moves to eastside
10:30  M7 is left in 102 by 0217000037
11:00  anna calls 0217000037 and talks 30 s
12:00  M8 is left in 201 by 0217000038
14:00  dora says that she returned M8
15:55  the mailboxes are listed
16:55  the mailboxes are listed
# Nobody signs northside before the holidays.
17:10  sue signs eastside
17:30  M9 is left in 101 by 0217000039

friday 2026-11-27
# Northside is closed; eastside works, and late evidence comes: a message of Wednesday that nobody had announced.
08:30  M10 of 2026-11-25 at 13:00 comes to light in 201, left by 0217000040
09:00  dora calls 0217000040 and talks 30 s
10:00  0217000039 rings back and speaks with anna
15:55  the mailboxes are listed
16:30  sue signs eastside

monday 2026-11-30
08:30  anna says that M9 needs no call: caller_reached
09:00  mia signs northside of 2026-11-25 on behalf
16:55  the mailboxes are listed
17:05  sue signs northside
17:10  sue signs eastside
18:30  the day is over
